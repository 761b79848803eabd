"""How long things take, as ratios: `make bench`. Machines are noisy, so no test asserts these."""
