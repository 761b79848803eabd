// What the audit measures in a page. Given to every page before its own scripts, under one name.
(function () {
  "use strict";
  const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]";
  const listened = new Set(), done = [];

  // What the page listens to, opens and says by itself.
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    listened.add(type);
    return listen.call(this, type, ...rest);
  };
  for (const [owner, name] of [[window, "open"], [window, "setInterval"], [window, "alert"],
    [window, "confirm"], [window.speechSynthesis, "speak"], [HTMLMediaElement.prototype, "play"]]) {
    const original = owner[name];
    owner[name] = function (...given) {
      done.push(name);
      return original.apply(this, given);
    };
  }

  function all(selector, within = document) {
    return Array.from(within.querySelectorAll(selector));
  }

  // Rendered; text for screen readers only is.
  function rendered(element) {
    return element.checkVisibility({ visibilityProperty: true });
  }

  // Rendered, for the eyes.
  function seen(element) {
    const box = element.getBoundingClientRect();
    return rendered(element) && box.width > 1 && box.height > 1 && !element.closest(".emas-cache") &&
      element.checkVisibility({ opacityProperty: true });
  }

  function controls(within = document) {
    return all(CONTROLS, within).filter(item => rendered(item) && !item.disabled &&
      !item.closest("[inert]") && item.tabIndex >= 0 && item.type !== "hidden");
  }

  // « a.emas-terme "EMAS" »: enough to find an element again.
  function told(element) {
    const names = Array.from(element.classList).map(name => "." + name).join("");
    const words = (element.innerText || element.id || "").replace(/\s+/g, " ").trim().slice(0, 40);
    return `${element.localName}${names} "${words}"`;
  }

  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  // Any CSS colour as [red, green, blue, alpha], the last from 0 to 1.
  function colour(css) {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = css;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }

  function over(front, back) {
    const alpha = front[3];
    return [0, 1, 2].map(i => front[i] * alpha + back[i] * (1 - alpha)).concat(1);
  }

  // The colour behind the text of an element.
  function backdrop(element) {
    const layers = [];
    for (let item = element; item; item = item.parentElement) {
      const layer = colour(getComputedStyle(item).backgroundColor);
      layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reverse().reduce((back, front) => over(front, back), [255, 255, 255, 1]);
  }

  // Source: WCAG 2.2, « relative luminance » and « contrast ratio ».
  function luminance([red, green, blue]) {
    const [r, g, b] = [red, green, blue].map(value => value / 255)
      .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrast(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  function opacity(element) {
    let result = 1;
    for (let item = element; item; item = item.parentElement) {
      result *= Number(getComputedStyle(item).opacity);
    }
    return result;
  }

  // The contrast of the text of an element with what is behind it.
  function textContrast(element, css = getComputedStyle(element).color) {
    const back = backdrop(element), front = colour(css);
    front[3] *= opacity(element);
    return contrast(over(front, back), back);
  }

  // Source: WCAG 2.2, 1.4.3: large text is 24 px, or 18.66 px when bold.
  function wantedContrast(element) {
    const style = getComputedStyle(element), size = parseFloat(style.fontSize);
    return size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
  }

  function ownText(element) {
    return Array.from(element.childNodes).filter(node => node.nodeType === Node.TEXT_NODE)
      .map(node => node.data).join("").trim();
  }

  // Elements with text of their own that one sees.
  function texts(within = document.body) {
    return all("*", within).filter(item => !item.closest("svg, script, style") && ownText(item) &&
      seen(item));
  }

  // Texts that one no longer sees whole: cut by a frame, out of the window, or over one another.
  function lost() {
    const wrong = [], width = document.documentElement.clientWidth;
    const menu = document.querySelector(".md-sidebar--primary");
    const drawer = getComputedStyle(menu).position === "fixed" ? menu : null;
    for (const item of texts()) {
      const box = item.getBoundingClientRect();
      if (drawer?.contains(item) || item.closest(".emas-tableau, pre, option")) continue;
      if (box.right > width + 1 || box.left < -1) wrong.push("out: " + told(item));
      for (let frame = item; frame !== document.body && frame; frame = frame.parentElement) {
        const style = getComputedStyle(frame), edge = frame.getBoundingClientRect();
        const cut = way => ["hidden", "clip"].includes(style["overflow" + way]);
        if (cut("X") && (box.right > edge.right + 1 || box.left < edge.left - 1) ||
          cut("Y") && (box.bottom > edge.bottom + 1 || box.top < edge.top - 1) ||
          cut("X") && frame.scrollWidth > frame.clientWidth + 1 ||
          cut("Y") && frame === item && item.scrollHeight > item.clientHeight + 1) wrong.push("cut: " + told(item));
      }
    }
    return wrong;
  }

  window.rgaa = { all, rendered, seen, controls, told, colour, over, backdrop, contrast, opacity,
    textContrast, wantedContrast, ownText, texts, lost, listened, done };
})();
