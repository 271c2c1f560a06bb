"""Sleeves on arms: where each point of a worn sleeve lies on the flat one. Draws nothing."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from demo.studio.canvas import Canvas, smoothstep
from demo.studio.worn.body import SIGN, Body
from demo.studio.worn.flat import ray, section
from demo.studio.worn.plane import Map, Tube, bent_line, passing, thin_plate

LOOSE = 0.84
"""how wide a sleeve is worn that is wider than its arm, as a share of its flat width"""
STIFF = 0.02
"""how far the cap's pins may be missed: they are measured, and lie close together"""


def arm_of(body: Body, side: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Shoulder, elbow and wrist, in pixels."""
    return tuple(body.joint(f"{name}_{side}") for name in ("shoulder", "elbow", "wrist"))


class Sleeve:
    """One sleeve of a flat garment on one arm of a body.

    Near the shoulder it is a cap, pinned to the armhole and to the arm's contour; from there on a tube
    along the arm. All worn positions are pixels, flat ones world units.
    """

    def __init__(
        self, side: str, marks: dict[str, np.ndarray], flat: Canvas, body: Body, trunk: Map,
        tip: np.ndarray, pit: np.ndarray, scale: float, ease: float,
    ) -> None:  # fmt: skip
        """marks: the flat garment's landmarks. trunk: the map of the body's part. tip, pit: where the
        armhole's ends come to lie. scale: pixels a world unit. ease: pixels between arm and cloth."""
        self.side, self.flat, self.body, self.trunk = side, flat, body, trunk
        self.name, self.scale, self.ease = f"sleeve_{side}", scale, ease
        self.tip, self.pit = tip, pit
        self.outer, self.inner = marks[f"cuff_outer_{side}"], marks[f"cuff_inner_{side}"]
        self.cuff = (self.outer + self.inner) / 2
        self.mouth = float(np.linalg.norm(self.outer - self.inner)) / 2
        self.flat_pit = marks[f"armpit_{side}"]
        self.flat_tip = marks.get(f"shoulder_{side}", self.flat_pit + [SIGN[side] * 12.0, -60.0])
        self.flat_root = (self.flat_tip + self.flat_pit) / 2
        self.shoulder, self.elbow, self.wrist = arm_of(body, side)
        self.run = self.elbow - self.shoulder
        self.length = float(np.linalg.norm(self.run))
        self.out = self._outward(self.run)
        bend = marks.get(f"elbow_{side}")
        self.is_long = bend is not None
        """whether it goes beyond the elbow"""
        self.bend = self.cuff
        if bend is not None:
            self.bend, self.at_bend = section(flat, bend, self.cuff - self.flat_root, self.name)
        self.flat_run = self.bend - self.flat_root

    @cached_property
    def back(self) -> Map:
        """Worn positions to flat ones."""
        pins = self._cap_pins()
        pins += self._long_pins() if self.is_long else self._short_pins()
        flat, worn = zip(*pins, strict=True)
        cap = passing(self.trunk, thin_plate(worn, flat, STIFF), self._past_seam)
        return passing(cap, self.tube.back, self._along) if self.is_long else cap

    def near(self, points: np.ndarray) -> np.ndarray:
        """1 at worn positions where the sleeve's cloth can be, 0 elsewhere, [n]."""
        low = smoothstep(-0.1, 0.25, (points - self.shoulder) @ self.run / self.length**2)
        room = 2 + 0.5 * self.ease + 60 * low  # none stands off the shoulder's upper side
        found = np.clip((room - self.body.away(points)) / 3 + 0.5, 0, 1)
        if self.is_long:
            found = found * np.maximum(self.tube.near(points), 1 - self._past_seam(points))
        return found

    def _outward(self, run: np.ndarray) -> np.ndarray:
        """The unit vector square to `run` that points away from the body."""
        across = np.array([run[1], -run[0]]) / np.linalg.norm(run)
        return across if across[0] * SIGN[self.side] > 0 else -across

    def _away(self, points: np.ndarray) -> np.ndarray:
        """1 far from the shoulder: a forearm before the body is no trunk."""
        far = np.linalg.norm(points - (self.shoulder + 0.25 * self.run), axis=1) / self.length
        return smoothstep(0.75, 0.95, far)

    def _past_seam(self, points: np.ndarray) -> np.ndarray:
        """0 on the trunk's side of the armhole, 1 beyond it."""
        across = (points - (self.tip + self.pit) / 2) @ self._outward(self.pit - self.tip)
        return np.maximum(smoothstep(-7, 7, across), self._away(points))

    def _along(self, points: np.ndarray) -> np.ndarray:
        """0 at the cap, 1 where the tube has taken over."""
        share = smoothstep(0.28, 0.55, (points - self.shoulder) @ self.run / self.length**2)
        return np.maximum(share, self._away(points))

    def _edge(self, share: float) -> float:
        """How far the arm's outer contour is from its axis."""
        own = self.body.reach(self.shoulder + share * self.run, self.out, f"upper_arm_{self.side}")
        return max(own, 0.7 * self.body.figure.half_widths["upper_arm"])

    def _outer_pin(self, share: float, flat_share: float) -> tuple[np.ndarray, np.ndarray]:
        """A point of the sleeve's outer edge: flat, and on the arm's contour."""
        at = self.flat_root + flat_share * self.flat_run
        middle, own = section(self.flat, at, self.flat_run, self.name)
        width = self._edge(share) + 0.7 * self.ease
        worn = self.shoulder + share * self.run + self.out * width
        return middle + self._outward(self.flat_run) * own, worn

    def _cap_pins(self) -> list[tuple[np.ndarray, np.ndarray]]:
        """The armhole, and the cap's rounding from the shoulder's tip to the arm's outer side."""
        root = (self.tip + self.pit) / 2
        pins = [(self.flat_tip, self.tip), (self.flat_pit, self.pit), (self.flat_root, root)]
        sides = (
            (self.tip - root, self.out),
            (self.flat_tip - self.flat_root, self._outward(self.flat_run)),
        )
        for share in (0.3, 0.6):
            worn_way, flat_way = (
                (1 - share) * up / np.linalg.norm(up) + share * out for up, out in sides
            )
            worn_way, flat_way = (w / np.linalg.norm(w) for w in (worn_way, flat_way))
            parts = (f"upper_arm_{self.side}", "torso")
            far = max(self.body.reach(root, worn_way, part) for part in parts) + 0.6 * self.ease + 1
            own = ray(self.flat, self.flat_root, flat_way)
            pins.append((self.flat_root + flat_way * own, root + worn_way * far))
        return pins

    def _short_pins(self) -> list[tuple[np.ndarray, np.ndarray]]:
        """The outer edge and the hem of a sleeve that ends above the elbow."""
        reach = float(np.linalg.norm(self.cuff - self.flat_root)) * self.scale / self.length
        reach = min(reach + 0.08, 0.92)
        pins = [self._outer_pin(share * reach, share) for share in (0.06, 0.2, 0.4, 0.65)]
        wide = max(self._edge(reach) + self.ease, 0.92 * self.scale * self.mouth)
        ahead, flat_ahead = self.run / self.length, self.flat_run / np.linalg.norm(self.flat_run)
        below = 0.7 * self.scale * abs(float((self.inner - self.flat_pit) @ flat_ahead))
        deepest = float((self.pit - self.shoulder) @ ahead) + max(below, 6)
        high = self.shoulder + reach * self.run
        low = self.shoulder + max(reach * self.length, deepest) * ahead
        pins += [(self.outer, high + self.out * wide), (self.inner, low - self.out * wide)]
        return [*pins, (self.cuff, (high + low) / 2)]

    def _long_pins(self) -> list[tuple[np.ndarray, np.ndarray]]:
        """The outer edge, and one whole section where the tube begins."""
        pins = [self._outer_pin(share, share) for share in (0.04, 0.12, 0.24)]
        middle, own = self._stations[0]
        axis, width = self.shoulder + 0.4 * self.run, own * self._wider[0]
        flat_out = self._outward(self.flat_run)
        pins += [
            (middle + way * flat_out * own, axis + way * self.out * width) for way in (-1, 0, 1)
        ]
        return pins

    @cached_property
    def _stations(self) -> list[tuple[np.ndarray, float]]:
        """Middle and half-width of the flat sleeve: twice above the elbow, at it, twice below."""
        above = [
            section(self.flat, self.flat_root + share * self.flat_run, self.flat_run, self.name)
            for share in (0.4, 0.7)
        ]
        fore = section(self.flat, (self.bend + self.cuff) / 2, self.cuff - self.bend, self.name)
        return [*above, (self.bend, self.at_bend), fore, (self.cuff, self.mouth)]

    @cached_property
    def _end(self) -> tuple[np.ndarray, float]:
        """Where the cuff comes to lie, and how far down the forearm that is, as a share."""
        fore = float(np.linalg.norm(self.wrist - self.elbow))
        natural = float(np.linalg.norm(self.cuff - self.bend) / np.linalg.norm(self.flat_run))
        share = natural * self.length / fore
        if share > 0.75:  # a long sleeve ends at the wrist
            share = 1.03
        return self.elbow + (self.wrist - self.elbow) * share, min(1.0, share)

    @cached_property
    def _wider(self) -> list[float]:
        """Worn width as a share of the flat one, pixels a world unit, at each station."""
        half, ease = self.body.figure.half_widths, self.ease
        share = self._end[1]
        limb = (
            half["upper_arm"] + ease, half["upper_arm"] + ease, half["elbow"] + ease,
            half["forearm"] + 0.8 * ease,
            half["elbow"] + (half["wrist"] - half["elbow"]) * share + 2 + 0.3 * ease,
        )  # fmt: skip
        flat = [own for _, own in self._stations]
        return [max(w / own, LOOSE * self.scale) for w, own in zip(limb, flat, strict=True)]

    @cached_property
    def tube(self) -> Tube:
        """The sleeve along the arm."""
        end, _ = self._end
        joints = [
            self.shoulder, self.shoulder + 0.4 * self.run, self.shoulder + 0.7 * self.run, self.elbow,
            (self.elbow + end) / 2, end,
        ]  # fmt: skip
        worn = bent_line(joints, 40, 14)
        flat = bent_line([self.flat_root, *(middle for middle, _ in self._stations)], 40, 14)
        at = np.linspace(0, 5, len(worn))
        wider = np.interp(at, range(6), [self._wider[0], *self._wider])
        halves = [self._stations[0][1], *(own for _, own in self._stations)]
        return Tube(flat, worn, wider, 1.6 * wider * np.interp(at, range(6), halves) + 4)
