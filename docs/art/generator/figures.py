"""People: heads, hair, headwear, bodies, arms and hands.

A Person only says who somebody is; draw() puts him or her somewhere in a pose.
Local units: head centre (0, 0), chin about 92, shoulders 170, hips 510, soles 1000.
"""

import math

from .base import *
from .brocade import bro

SKINS = {
    "fair": ("#E9BC97", "#D0976E", "#F4D2B3"),
    "tan": ("#D99E74", "#BF7F57", "#E9B78F"),
    "sun": ("#C4875B", "#A3683F", "#D8A37A"),
    "brown": ("#A56C45", "#81502F", "#BD8860"),
}
# temple, cheek, jaw, jaw height, half chin, chin
FACES = {
    "oval": (62, 66, 44, 74, 16, 92),
    "round": (68, 72, 64, 68, 24, 86),
    "long": (56, 61, 46, 84, 19, 104),
    "square": (63, 67, 59, 76, 27, 94),
    "heart": (66, 69, 34, 66, 12, 90),
    "broad": (60, 75, 56, 70, 24, 92),
}
AGES = ("teen", "young", "middle", "old")
RAMP = {
    I7: (I9, I5),
    I5: (I7, I3),
    I9: ("#0F1930", I7),
    L7: (L9, L5),
    L5: (L7, L3),
    D7: (D9, D5),
    D5: (D7, D3),
    M7: ("#572646", "#8C4C76"),
    M5: (M7, M3),
    P0: (P2, "#FFFFFF"),
    P2: (P3, P0),
    C5: (C7, C3),
    C7: ("#8E5A12", C5),
    I2: (I3, I1),
    I3: (I5, I2),
    L9: ("#0B2F20", L7),
    D9: ("#4A1A0B", D7),
    P3: (W5, P2),
    W7: (W9, W5),
    L3: (L5, L1),
    I1: (I2, P0),
}


def ramp(c):
    return RAMP.get(c) or (mix(c, INK, 0.3), mix(c, P0, 0.3))


class Person:
    """face, age, skin, hair, hat, eyes (smile, open, down), gaze and turn (-1 left .. 1 right), clothes."""

    face, age, skin, sex = "oval", "young", "tan", "f"
    hair, hairc, hat, hatc = "short", None, None, None
    eyes, gaze, turn, tilt, mouth, beard, glasses = "smile", 0, 0, 0, "smile", None, False
    wear, top, under, bottom, cuff, pattern = "tee", I5, P0, I9, None, None

    def __init__(self, **kw):
        self.__dict__.update(kw)

    def but(self, **kw):
        return Person(**{**self.__dict__, **kw})

    @property
    def tones(self):
        return SKINS[self.skin]

    @property
    def hair_colour(self):
        return self.hairc or {"old": "#C3C6CC", "middle": "#23262F"}.get(self.age, INK)

    @property
    def shoulder(self):
        w = 116 if self.sex == "f" else 130
        return w * {"teen": 0.86, "old": 0.94}.get(self.age, 1)


def face_path(p):
    t, k, j, jy, ch, c = FACES[p.face]
    if p.age == "teen":
        c, jy = c - 8, jy - 6
    return (
        f"M{-k},-14C{-k-2},26 {-j-6},{jy} {-ch},{c-4}Q0,{c+7} {ch},{c-4}C{j+6},{jy} {k+2},26 {k},-14"
        f"C{t+2},-70 30,-94 0,-94C-30,-94 {-t-2},-70 {-k},-14Z"
    )


def eye(kind, gx, gy, lid):
    if kind == "open":
        return (
            el(0, 0, 12.5, 8.5, P0)
            + el(gx * 3.6, gy, 7, 7.8, INK)
            + el(gx * 3.6 - 2.4, gy - 2.6, 2.2, 2.2, P0)
            + pa("M-14,-1Q-3,-13 14,-3", s=INK, w=4.4)
        )
    if kind == "down":
        return pa("M-13,-2Q0,-13 13,-2Q0,9 -13,-2Z", lid, e='opacity=".55"') + pa("M-13,-1q13,9 26,0", s=INK, w=4.6)
    return pa("M-12,3q12,-11 24,0", s=INK, w=4.6)


def features(p):
    a, b, l = p.tones
    down = p.eyes == "down"
    dx, dy = p.turn * 19, (14 if down else 8) + (4 if p.age == "teen" else 0)
    browc = mix(p.hair_colour, GREY, 0.4) if p.age == "old" else INK
    man = p.sex == "m"
    s = el(-33, 24, 12, 8, D3 if p.skin in ("fair", "tan") else D5, 'opacity=".6"') + el(33, 24, 12, 8, "#C9744F", 'opacity=".45"')
    for side in (-1, 1):
        near = 1 - 0.16 * max(0, side * p.turn)
        x = side * 23 * near
        s += g(eye(p.eyes, p.gaze, 2 if down else 0.4, b), f"translate({x:.1f},-3) scale({near:.2f},1)")
        s += pa(f"M{x-13:.1f},{-20+side*(-1)}q13,-8 26,{1 if side<0 else 3}", s=browc, w=5 if man else 3.6)
    n = -1 if p.turn < -0.2 else 1
    s += pa(f"M{2*n},0q{5*n+p.turn*6:.1f},17 {-3*n+p.turn*2:.1f},20", s=b, w=4.2)
    m = {
        "smile": pa("M-18,38Q1,56 20,37Q2,46 -18,38Z", D9 if p.skin == "brown" else D7),
        "open": pa("M-18,36Q0,41 19,36Q14,57 0,57Q-13,57 -18,36Z", D9) + pa("M-15,38Q0,42 16,38L13,44Q0,47 -12,44Z", P0),
        "calm": pa("M-12,41Q1,46 14,40", s=D9 if p.skin == "brown" else D7, w=5),
        "talk": el(1, 42, 11, 8, D9) + el(1, 46, 7, 3, D5),
    }[p.mouth]
    s += m
    if p.age in ("middle", "old"):
        s += pa("M-27,22q-9,8 -8,17M29,22q8,8 7,17", s=b, w=3)
    if p.age == "old":
        s += pa("M-45,-6l-8,-5M-45,0l-9,1M45,-6l7,-5M45,0l8,1M-24,-45q22,-6 46,0M-15,-55q15,-4 30,0M-32,10q9,5 18,0M16,10q9,5 18,0", s=b, w=2.6)
    if p.beard == "goatee":
        s += pa("M-16,56Q0,50 16,56Q18,96 0,116Q-18,96 -16,56Z", p.hair_colour) + pa("M-24,34Q0,22 26,34Q12,30 0,33Q-12,30 -24,34Z", p.hair_colour)
    if p.beard == "moustache":
        s += pa("M-24,36Q0,20 26,36Q12,31 0,34Q-12,31 -24,36Z", p.hair_colour)
    if p.glasses:
        s += "".join(
            f'<rect x="{x}" y="-18" width="42" height="30" rx="13" fill="{P0}" fill-opacity=".22" stroke="{I9}" stroke-width="4"/>' for x in (-46, 6)
        )
        s += pa("M-4,-6q5,-4 10,0M-46,-8L-62,-12M48,-8L62,-12", s=I9, w=4)
    return g(s, f"translate({dx:.1f},{dy})")


CENTRE = "M-71,2Q-90,-108 0,-114Q90,-108 71,2Q62,-54 18,-76Q-44,-60 -71,2Z"
HAIR_FRONT = {
    "short": "M-70,-6Q-88,-108 -6,-116Q84,-116 72,-4Q64,-42 44,-62Q-2,-46 -50,-58Q-64,-38 -70,-6Z",
    "part": "M-71,-2Q-88,-104 -14,-117Q90,-118 72,-2Q68,-42 54,-58Q8,-60 -30,-86Q-46,-62 -60,-42Q-67,-24 -71,-2Z",
    "crew": "M-69,-14Q-77,-102 0,-107Q77,-102 69,-14Q64,-50 48,-64Q0,-74 -48,-64Q-64,-50 -69,-14Z",
    "quiff": "M-70,-6Q-88,-94 -42,-114Q34,-142 74,-98Q84,-60 71,-4Q66,-42 54,-58Q8,-48 -34,-72Q-60,-48 -70,-6Z",
    "receding": "M-71,8Q-82,-60 -50,-92Q-30,-108 0,-106Q30,-108 52,-92Q82,-60 71,8Q66,-30 54,-60Q30,-84 0,-82Q-30,-84 -54,-60Q-66,-30 -71,8Z",
    "bald": "M-71,10Q-80,-40 -62,-66Q-58,-30 -65,10ZM71,10Q80,-40 62,-66Q58,-30 65,10Z",
    "fringe": "M-74,16Q-92,-112 0,-117Q92,-112 74,16Q71,-14 63,-38Q0,-50 -63,-38Q-71,-14 -74,16Z",
    "wavy": "M-76,14Q-98,-40 -78,-80Q-64,-122 -14,-116Q30,-132 66,-96Q98,-60 76,14Q70,-34 50,-60Q10,-52 -20,-76Q-52,-56 -62,-30Q-68,-10 -76,14Z",
    "pulled": "M-71,0Q-88,-106 0,-112Q88,-106 71,0Q60,-58 0,-74Q-60,-58 -71,0Z",
}
HAIR_FRONT.update(long=CENTRE, bun=CENTRE, bob=HAIR_FRONT["fringe"], tail=HAIR_FRONT["pulled"], lowbun=CENTRE, braid=CENTRE, side=HAIR_FRONT["part"])
HAIR_BACK = {
    "long": "M-78,-10Q-84,-112 0,-114Q84,-112 78,-10Q84,90 72,190Q40,206 0,206Q-40,206 -72,190Q-84,90 -78,-10Z",
    "side": "M-78,-10Q-84,-112 0,-114Q84,-112 80,-10Q92,90 86,200Q50,214 30,150L-60,110Q-82,60 -78,-10Z",
    "bob": "M-80,-10Q-88,-114 0,-116Q88,-114 80,-10Q90,50 78,84Q40,100 0,100Q-40,100 -78,84Q-90,50 -80,-10Z",
    "wavy": "M-80,-20Q-110,10 -92,44Q-98,78 -66,84L66,84Q98,78 92,44Q110,10 80,-20Z",
    "tail": "M30,-96Q120,-110 112,-10Q128,70 96,120Q92,60 78,20Q84,-40 30,-70Z",
    "lowbun": "M20,40Q60,20 92,44Q110,76 84,104Q54,116 30,96Z",
}


OVER_SHOULDER = ("tail", "braid", "lowbun", "bun")


def hair_back(p):
    c = p.hair_colour
    s = pa(HAIR_BACK[p.hair], c) if p.hair in HAIR_BACK else ""
    if p.hair == "bun" and not p.hat:
        s += el(30, -114, 36, 30, c) + pa("M10,-126q14,-12 30,-10", s=mix(c, I5, 0.5), w=4)
    if p.hair == "braid":
        s += pa("M40,60Q96,80 86,150Q90,220 74,262Q60,220 58,150Z", c) + el(75, 258, 12, 8, D5)
    return s


def hair_front(p):
    c = p.hair_colour
    s = pa(HAIR_FRONT[p.hair], c)
    if p.hair not in ("bald",):
        s += pa("M-52,-84Q-28,-106 6,-105", s=P0 if p.age == "old" else I7, w=5, e='opacity=".8"')
    return s


def headwear(p):
    c = p.hatc
    if p.hat == "khan":  # Tày indigo headscarf
        c = c or I9
        hi = ramp(c)[1]
        return (
            pa("M-71,-8Q-62,-66 0,-74Q62,-66 71,-8Q66,-50 0,-60Q-66,-50 -71,-8Z", p.hair_colour)
            + pa("M78,-10Q116,44 98,128Q84,140 70,120Q88,60 72,20Z", c)
            + pa("M-85,12Q-106,-106 -26,-128L0,-146L26,-128Q106,-106 85,12Q78,-46 0,-78Q-78,-46 -85,12Z", c)
            + pa("M-85,12Q-106,-106 -26,-128L0,-146Q-20,-110 -52,-92Q-70,-60 -72,-26Q-80,-12 -85,12Z", hi)
            + pa("M-80,-24Q-44,-88 0,-102Q44,-88 80,-24", s=C5, w=3.4)
        )
    if p.hat == "turban":
        c = c or I7
        d, hi = ramp(c)
        return (
            pa("M-70,-6Q-62,-60 0,-66Q62,-60 70,-6Q66,-44 0,-52Q-66,-44 -70,-6Z", p.hair_colour)
            + pa("M-82,-26Q-102,-118 0,-126Q102,-118 82,-26Q44,-62 0,-64Q-44,-62 -82,-26Z", c)
            + pa("M-82,-26Q-102,-118 0,-126Q-40,-100 -50,-48Q-70,-40 -82,-26Z", hi)
            + pa("M-70,-74Q0,-118 72,-70M-62,-96Q0,-130 60,-96", s=d, w=4)
        )
    if p.hat == "non":
        c = c or P2
        d = P3 if c == P2 else ramp(c)[0]
        rays = "".join(f"M0,-150L{x},-{34-abs(x)*.02:.0f}" for x in (-110, -60, -14, 36, 84, 124))
        return (
            pa(f"M-62,-30Q-64,50 0,{FACES[p.face][5]+4}Q64,50 62,-30", s=M5, w=6)
            + pa("M-68,-30Q0,-56 68,-30L64,2Q0,-20 -64,2Z", p.tones[1], e='opacity=".5"')
            + pa("M-158,-26Q-80,-96 0,-152Q80,-96 158,-26Q0,14 -158,-26Z", c)
            + pa("M0,-152Q80,-96 158,-26Q100,-6 34,-4Q40,-80 0,-152Z", d)
            + pa(rays, s=mix(d, W5, 0.35), w=2, e='opacity=".55"')
            + pa("M-132,-40Q0,-6 132,-40", s=mix(d, W5, 0.4), w=2, e='opacity=".6"')
        )
    if p.hat == "cap":
        c = c or I7
        d, hi = ramp(c)
        f = -1 if p.turn < -0.1 else 1
        return g(
            pa("M-73,-34Q-80,-120 0,-122Q80,-120 73,-34Q0,-62 -73,-34Z", c)
            + pa("M-73,-34Q-80,-120 0,-122Q-34,-100 -36,-50Z", hi)
            + pa("M-62,-46Q10,-74 72,-42Q116,-34 116,-20Q40,-42 -58,-34Z", d)
            + el(0, -122, 9, 5, d),
            f"scale({f},1)",
        )
    if p.hat == "helmet":
        c = c or D7
        d, hi = ramp(c)
        return (
            pa("M-64,-10Q-70,64 -6,98M64,-10Q70,64 6,98", s=I9, w=7)
            + pa("M-82,4Q-98,-126 0,-132Q98,-126 82,4L64,0Q60,-46 0,-50Q-60,-46 -64,0Z", c)
            + pa("M-82,4Q-98,-126 0,-132Q-52,-110 -56,-30Q-64,-16 -64,0Z", hi)
            + pa("M-76,-44Q0,-72 76,-44L90,-30Q0,-58 -80,-30Z", d)
        )
    if p.hat == "net":
        return (
            pa("M-79,-20Q-104,-134 0,-138Q104,-134 79,-20Q40,-54 0,-56Q-40,-54 -79,-20Z", I1)
            + pa("M79,-20Q104,-134 10,-138Q60,-110 50,-44Q66,-36 79,-20Z", I2)
            + pa("M-79,-22Q0,-74 79,-22", s=I3, w=6)
        )
    if p.hat == "band":
        return pa("M-69,-58Q0,-96 69,-58L66,-38Q0,-76 -66,-38Z", c or D7)
    return ""


BACK = {  # the hair seen from behind
    "short": "M-67,16Q-86,-110 0,-115Q86,-110 67,16Q64,48 44,62Q30,72 0,74Q-30,72 -44,62Q-64,48 -67,16Z",
    "crew": "M-66,6Q-82,-104 0,-108Q82,-104 66,6Q62,34 46,46Q24,56 0,56Q-24,56 -46,46Q-62,34 -66,6Z",
    "up": "M-67,12Q-84,-108 0,-112Q84,-108 67,12Q60,56 34,78L0,86L-34,78Q-60,56 -67,12Z",
    "bob": "M-74,6Q-92,-112 0,-116Q92,-112 74,6Q88,60 76,104Q40,118 0,118Q-40,118 -76,104Q-88,60 -74,6Z",
    "long": "M-74,8Q-92,-112 0,-116Q92,-112 74,8Q84,110 66,214Q30,232 0,228Q-34,232 -66,214Q-84,110 -74,8Z",
}
BACK_OF = {"long": "long", "side": "long", "bob": "bob", "fringe": "bob", "wavy": "bob", "crew": "crew", "receding": "crew", "bald": "crew"}
BACK_OF.update(bun="up", tail="up", pulled="up", lowbun="up", braid="up")


def head_back(p):
    """The head from behind; turn shows the cheek on that side."""
    a, b, l = p.tones
    c = p.hair_colour
    old = p.age == "old"
    lit, dark = (mix(c, P0, 0.5), mix(c, I7, 0.3)) if old else (mix(c, I5, 0.62), mix(c, "#000000", 0.28))
    form = BACK_OF.get(p.hair, "short")
    d, t = BACK[form], p.turn
    neck = 25 if p.sex == "f" else 31
    s = pa(f"M{-neck},40L{-neck-4},116Q0,140 {neck+4},116L{neck},40Z", a) + pa(f"M4,60L{neck},40L{neck+4},116Q20,130 8,130Z", b)
    if t:
        s += el(t * 15, 14, 64, 76, a if t < 0 else b) + el(t * 76, 18, 9, 11, a if t < 0 else b)
    hair = pa("M-90,-130L-6,-130Q-60,-96 -58,-40Q-58,40 -40,90L-60,240L-100,240Z", lit, e='opacity=".55"')
    hair += pa("M30,-130Q70,-70 56,0Q52,70 34,110L30,240L110,240L110,-130Z", dark, e='opacity=".6"')
    if form == "long":
        hair += pa("M-44,-30Q-52,90 -40,220M-10,-40Q-16,90 -8,226M26,-36Q34,90 26,222", s=lit, w=4, e='opacity=".55"')
    elif form == "up":
        hair += pa("M-50,40Q-34,-30 -6,-84M-24,66Q-14,-10 0,-84M24,66Q14,-10 4,-84M50,40Q34,-30 10,-84", s=lit, w=3.4, e='opacity=".6"')
    elif form == "bob":
        hair += pa("M-46,0Q-54,60 -44,106M0,-10Q-4,60 0,112M44,0Q50,60 42,106", s=lit, w=4, e='opacity=".5"')
    else:
        hair += pa("M-8,-84Q-40,-60 -42,-10M6,-86Q30,-66 36,-24M-2,-82Q2,-40 -6,10", s=lit, w=4, e='opacity=".55"')
    s += g(shaded(d, c, hair), f"translate({-t*7:.0f},0)")
    if p.hair in ("receding", "bald"):
        s += shaded("M-56,-30Q-70,-108 0,-110Q70,-108 56,-30Q30,14 0,16Q-30,14 -56,-30Z", a, pa("M16,-112Q44,-60 20,20L80,20L80,-112Z", b, e='opacity=".42"') + el(-28, -72, 16, 22, l))
    if form != "long" and form != "bob":
        for x in (-1, 1):
            ex = x * 69 - (t * 26 if x * t > 0 else t * 2)
            s += el(ex, 10, 11, 18, a if x < 0 else b) + pa(f"M{ex-3*x:.0f},2q{5*x},8 0,16", s=b if x < 0 else mix(b, INK, 0.3), w=3)
    if p.hair == "bun":
        s += el(0, -104, 40, 34, c) + el(-12, -112, 22, 15, lit, 'opacity=".6"') + pa("M-30,-96Q0,-80 30,-98M-22,-118Q4,-96 32,-112", s=dark, w=4) + rc(-22, -78, 44, 9, C5, 4)
    if p.hair == "lowbun":
        s += el(0, 58, 38, 30, c) + el(-12, 50, 20, 12, lit, 'opacity=".6"') + pa("M-28,66Q0,80 28,62", s=dark, w=4)
    if p.hair == "tail":
        s += pa("M-18,-52Q0,-66 18,-52Q44,70 4,176Q-40,90 -18,-52Z", c) + pa("M-12,-44Q-30,70 2,168M4,-46Q16,60 6,150", s=lit, w=4, e='opacity=".6"') + rc(-19, -58, 38, 15, D5, 7)
    if p.hair == "braid":
        s += "".join(pa(f"M{-20+k},{44+k*30}Q0,{34+k*30} {20-k},{44+k*30}Q{22-k},{70+k*30} 0,{78+k*30}Q{-22+k},{70+k*30} {-20+k},{44+k*30}Z", c) + pa(f"M{-14+k},{48+k*30}Q-8,{64+k*30} 0,{70+k*30}", s=lit, w=4) for k in range(6)) + rc(-10, 226, 20, 12, D5, 5)
    if p.hat == "khan":
        h = p.hatc or I9
        s += pa("M-12,60Q-52,110 -44,176L-20,184Q-22,120 8,70Z", h) + pa("M4,60Q48,104 44,160L18,174Q22,120 -6,70Z", ramp(h)[0])
        cap = "M-74,20Q-98,-104 0,-132Q98,-104 74,20Q62,58 24,72L0,78L-24,72Q-62,58 -74,20Z"
        s += shaded(cap, h, pa("M-100,30Q-90,-110 -10,-134Q-56,-80 -50,0Q-44,60 -30,90L-100,90Z", ramp(h)[1]) + pa("M-72,20Q-20,-10 0,70Q20,-10 72,14", s=ramp(h)[0], w=5) + pa("M-78,-30Q0,-80 80,-34", s=C5, w=4))
        s += el(0, 68, 20, 15, ramp(h)[1])
    elif p.hat == "cap":
        h = p.hatc or I7
        s += shaded("M-73,-16Q-82,-122 0,-124Q82,-122 73,-16Q0,-34 -73,-16Z", h, pa("M-90,0Q-82,-130 0,-126Q-46,-90 -44,0Z", ramp(h)[1]) + pa("M-20,-26Q0,-54 20,-26Z", c))
    elif p.hat == "turban":
        h = p.hatc or I7
        s += shaded("M-78,-8Q-98,-118 0,-126Q98,-118 78,-8Q0,26 -78,-8Z", h, pa("M-100,0Q-92,-120 0,-128Q-52,-80 -46,10Z", ramp(h)[1]) + pa("M-74,-60Q0,-104 76,-50M-76,-26Q0,-66 78,-16", s=ramp(h)[0], w=4))
    elif p.hat:
        s += headwear(p)
    return s


def woven(p, w, H, dk, hi):
    """Pattern of a garment: stripes, checks, dots, flowers, yoke."""
    if p.pattern == "stripes":
        return "".join(rc(-w * 1.2, y, w * 2.4, 15, hi, 0, 'opacity=".55"') for y in range(190, int(H), 52))
    if p.pattern == "checks":
        return "".join(rc(-w * 1.2, y, w * 2.4, 11, hi, 0, 'opacity=".4"') for y in range(170, int(H), 58)) + "".join(rc(x, 100, 11, H, hi, 0, 'opacity=".4"') for x in range(-120, 130, 46))
    if p.pattern == "dots":
        return "".join(el(x + (26 if (y // 52) % 2 else 0), y, 8, 8, hi, 'opacity=".75"') for y in range(168, int(H), 52) for x in range(-130, 140, 52))
    if p.pattern == "flowers":
        s = ""
        for i, y in enumerate(range(172, int(H), 60)):
            for x in range(-124 + (34 if i % 2 else 0), 140, 68):
                s += "".join(el(x + dx, y + dy, 8, 8, hi) for dx, dy in ((-9, 0), (9, 0), (0, -9), (0, 9))) + el(x, y, 5, 5, C3)
        return s
    if p.pattern == "yoke":
        return rc(-w * 1.2, 100, w * 2.4, 112, dk, 0, 'opacity=".75"') + rc(-w * 1.2, 208, w * 2.4, 9, hi)
    return ""


def head(p, back=False):
    """One head around (0, 0), neck included."""
    a, b, l = p.tones
    k = FACES[p.face][1] / 68
    if back:
        return g(head_back(p), f"rotate({p.tilt},0,90)" if p.tilt else "")
    s = g(hair_back(p), f"scale({k:.2f},1)") if p.hair in OVER_SHOULDER else ""
    neck = 22 if p.age == "teen" else 26 if p.sex == "f" else 31
    s += pa(f"M{-neck},50L{-neck-3},114Q0,142 {neck+3},114L{neck},50Z", b)
    body = el(-68 * k - p.turn * 6, 10, 11 if p.turn > -0.5 else 5, 18, a) + el(68 * k - p.turn * 6, 10, 11 if p.turn < 0.5 else 5, 18, b)
    dx = p.turn * 20
    fp = face_path(p)
    body += shaded(
        fp,
        a,
        pa(f"M{26+dx},-100C{60+dx},-40 {52+dx},50 {14+dx},104L110,104L110,-100Z", b, e='opacity=".42"')
        + pa("M-90,-100L-20,-100C-56,-60 -62,0 -44,50L-90,60Z", l, e='opacity=".45"'),
    )
    body += features(p)
    body += g(hair_front(p) if p.hat not in ("khan", "turban") else "", f"scale({k:.2f},1)") + g(headwear(p), f"scale({max(1,k):.2f},1)")
    return s + g(body, f"rotate({p.tilt},0,90)" if p.tilt else "")


def torso(p, H, back=False):
    w = p.shoulder
    c = p.top
    dk, hi = ramp(c)
    hem = w * 0.92
    d = (
        f"M-32,120Q{-w*.5:.0f},140 {-w*.84:.0f},148Q{-w:.0f},156 {-w:.0f},192L{-w*.88:.0f},300Q{-w*.8:.0f},400 {-hem:.0f},{H}"
        f"L{hem:.0f},{H}Q{w*.8:.0f},400 {w*.88:.0f},300L{w:.0f},192Q{w:.0f},156 {w*.84:.0f},148Q{w*.5:.0f},140 32,120Q0,146 -32,120Z"
    )
    o = pa(f"M{w*.36:.0f},100L{w*1.3:.0f},100L{w*1.3:.0f},{H}L{w*.4:.0f},{H}Q{w*.54:.0f},340 {w*.36:.0f},100Z", dk)
    o += pa(f"M{-w*1.2:.0f},{H}L{-w*1.2:.0f},120L{-w*.66:.0f},130Q{-w*.84:.0f},240 {-w*.7:.0f},{H}Z", hi, e='opacity=".55"')
    u, (ud, uh) = p.under, ramp(p.under)
    if p.pattern:
        o = woven(p, w, H, dk, hi) + o
    if back:
        return shaded(d, c, o + pa("M-40,112Q0,150 40,112L44,128Q0,166 -44,128Z", dk))
    if p.wear == "tee":
        o += pa("M-40,112Q0,172 40,112L46,122Q0,188 -46,122Z", dk)
    elif p.wear == "shirt":
        o += pa(f"M0,160V{H}", s=dk, w=4) + "".join(el(0, y, 5, 5, ud if u != c else hi) for y in range(210, int(H), 62))
        o += pa("M-38,108L-56,134L-24,182L0,152Z", hi) + pa("M38,108L56,134L24,182L0,152Z", c) + pa("M24,182L0,152L38,130Z", dk, e='opacity=".4"')
    elif p.wear in ("jacket", "suit", "vest"):
        v = 330 if p.wear != "vest" else 420
        o += pa(f"M-36,106L0,{v}L36,106Q0,150 -36,106Z", u) + pa(f"M8,140L0,{v}L36,106Z", ud, e='opacity=".7"')
        o += pa(f"M0,{v}V{H}", s=dk, w=5)
        if p.wear == "suit":
            o += pa(f"M-38,108L-72,170L-48,190L-60,204L0,{v}L-20,200Z", hi) + pa(f"M38,108L72,170L48,190L60,204L0,{v}L20,200Z", dk)
            o += pa("M-36,106L-8,170L0,150L8,170L36,106L30,104L0,146L-30,104Z", P0)
        else:
            o += pa(f"M-38,108L0,{v}L-16,{v}L-54,130Z", hi) + pa(f"M38,108L0,{v}L16,{v}L54,130Z", dk)
    elif p.wear == "cham":  # indigo tunic: band collar, closing to the right arm
        o += pa("M-38,108Q0,158 38,108L42,124Q0,176 -42,124Z", hi) + pa(f"M2,158Q40,220 {w*.86:.0f},256", s=hi, w=6)
        o += "".join(el(x, y, 6, 6, C3) for x, y in ((12, 174), (38, 210), (74, 240)))
        o += pa(f"M{w*.86:.0f},256Q{w*.7:.0f},380 {w*.8:.0f},{H}", s=hi, w=4, e='opacity=".7"')
    elif p.wear == "hoodie":
        o += pa("M-64,130Q-60,104 -34,104Q0,176 34,104Q60,104 64,130Q30,196 0,200Q-30,196 -64,130Z", dk) + pa("M-16,186V268M16,186V256", s=P0, w=5)
        o += pa(f"M{-w*.5:.0f},{H}L{-w*.4:.0f},400L{w*.4:.0f},400L{w*.5:.0f},{H}Z", dk, e='opacity=".5"')
    s = shaded(d, c, o)
    if p.wear == "apron":
        s = shaded(d, c, o + pa("M-40,112Q0,172 40,112L46,122Q0,188 -46,122Z", dk))
        s += pa("M-52,140L-46,240M52,140L46,240", s=u, w=13) + pa(f"M-58,232L58,232L70,330L{hem*.84:.0f},{H+90}L{-hem*.84:.0f},{H+90}L-70,330Z", u)
        s += pa(f"M20,232L58,232L70,330L{hem*.84:.0f},{H+90}L34,{H+90}Q40,340 20,232Z", ud)
    if p.wear == "cham" and p.sex == "f":
        s += '<path d="M-62,138Q-56,236 0,240Q56,236 62,138" fill="none" stroke="#E6E2DA" stroke-width="9" stroke-linecap="round"/>' + pa(
            "M-56,168Q-46,226 0,231", s=GREY, w=2.5
        )
    return s


def capsule(p, q, r0, r1):
    """Tapered limb between two points."""
    dx, dy = q[0] - p[0], q[1] - p[1]
    n = math.hypot(dx, dy) or 1
    nx, ny = -dy / n, dx / n
    f = lambda a, r, s: f"{a[0]+s*nx*r:.1f},{a[1]+s*ny*r:.1f}"
    return f"M{f(p,r0,1)}L{f(q,r1,1)}A{r1:.1f},{r1:.1f} 0 0 0 {f(q,r1,-1)}L{f(p,r0,-1)}A{r0:.1f},{r0:.1f} 0 0 0 {f(p,r0,1)}Z"


def limb2(pts, rs, c, dk=None):
    """Two joined segments: the darker form first, the lighter one moved to the upper left."""
    dk = dk or ramp(c)[0]
    sh = [(x - r * 0.16, y - r * 0.1) for (x, y), r in zip(pts, rs)]
    low = "".join(capsule(pts[i], pts[i + 1], rs[i], rs[i + 1]) for i in range(len(pts) - 1))
    up = "".join(capsule(sh[i], sh[i + 1], rs[i] * 0.84, rs[i + 1] * 0.84) for i in range(len(pts) - 1))
    return pa(low, dk) + pa(up, c)


def hand(kind, sk, flip=1):
    """Wrist at (0, 0), fingers to +x, thumb at -y."""
    a, b, l = sk
    palm = "M-10,-20C8,-27 32,-29 48,-22C54,-10 54,12 48,22C30,28 8,26 -10,20Z"
    if kind == "fist":
        s = (
            pa("M-10,-20C8,-30 40,-34 56,-24C68,-12 68,14 56,24C40,33 8,28 -10,20Z", a)
            + pa("M30,-8H64M30,6H65M32,19H58", s=b, w=3)
            + pa("M10,-24Q34,-40 50,-26Q52,-12 36,-10Q20,-12 10,-24Z", l)
        )
    elif kind == "grip":
        s = (
            pa(palm, a)
            + "".join(rc(20, -31 + k * 15, 46 - abs(k - 1.4) * 5, 15, a, 7.5) for k in range(4))
            + pa("M26,-16H60M26,-1H62M26,14H58", s=b, w=3)
        )
    elif kind == "flat":
        s = pa("M-10,-19C12,-27 34,-27 50,-21L84,-17Q94,-12 86,-6L92,-3Q98,4 88,8L84,10Q86,18 76,19L60,22Q30,26 -10,20Z", a)
        s += pa("M56,-6L86,-6M56,7L86,8", s=b, w=3) + pa("M4,-20Q26,-40 48,-38Q56,-32 46,-26L28,-12Z", a)
    elif kind == "point":
        s = (
            pa("M-10,-20C8,-28 34,-30 50,-22C60,-10 60,14 50,22C36,30 8,27 -10,20Z", a)
            + rc(34, -24, 56, 16, a, 8)
            + pa("M36,-7H54M34,7H55", s=b, w=3)
            + pa("M6,-20Q26,-38 44,-32Q48,-24 34,-18Z", l)
        )
    elif kind == "open":
        s = (
            "".join(g(rc(36, -8, 50 - abs(k - 1.6) * 6, 15, a, 7.5), f"translate(0,{-17+k*12.5:.0f}) rotate({-14+k*9})") for k in range(4))
            + pa(palm, a)
            + g(rc(0, -8, 44, 16, a, 8), "translate(4,-14) rotate(-58)")
            + pa("M14,-8Q30,0 26,16", s=b, w=3)
        )
    else:
        s = pa("M-10,-20C8,-27 34,-29 52,-21C70,-15 86,-4 84,6C82,16 68,16 60,18C42,28 12,26 -10,20Z", a) + pa("M58,-5L80,2M54,8L72,13", s=b, w=3)
        s += pa("M4,-19C18,-38 42,-46 52,-38C56,-32 48,-26 42,-20L24,-4Z", l)
    return g(s, f"scale(1,{flip})")


def elbow(S, W, L1, L2, out):
    dx, dy = W[0] - S[0], W[1] - S[1]
    d = math.hypot(dx, dy) or 1
    tot = min(L1 + L2, max(d * 1.16, 196))
    if d >= tot:
        tot = d * 1.005
    a = tot * L1 / (L1 + L2)
    b = tot - a
    t = (a * a - b * b + d * d) / (2 * d)
    h = math.sqrt(max(0, a * a - t * t))
    mx, my = S[0] + dx * t / d, S[1] + dy * t / d
    cand = [(mx - dy * h / d, my + dx * h / d), (mx + dy * h / d, my - dx * h / d)]
    return max(cand, key=lambda c: c[0] * out + c[1] * 0.8)


def arm(p, side, S, W, kind="relax", ang=None, flip=None, out=None, scale=1):
    """side -1 = viewer's left. S shoulder, W wrist, both local."""
    sleeve = {"tee": 0.36, "apron": 0.62, "vest": 1}.get(p.wear, 1)
    colour = p.under if p.wear == "vest" else p.top
    dk, hi = ramp(colour)
    if side > 0:
        colour = mix(colour, dk, 0.4)
    E = elbow(S, W, 168, 156, side if out is None else out)
    a, b, l = p.tones
    r = (36, 31, 24) if p.sex == "m" else (32, 27, 21)
    th = math.degrees(math.atan2(W[1] - E[1], W[0] - E[0])) if ang is None else ang
    if flip is None:  # thumb up or inwards
        flip = 1 if abs(((th + 180) % 360) - 180) < 90 else -1
    hs = 1.06 if p.sex == "m" else 0.94
    s = g(hand(kind, p.tones, flip), f"translate({W[0]:.1f},{W[1]:.1f}) rotate({th:.1f}) scale({hs*scale:.2f})") if kind else ""
    if sleeve < 1:
        s = limb2([S, E, W], [r[0] - 5, r[1] - 4, r[2] - 3], a, b) + s
        if sleeve > 0.5:
            f = (sleeve - 0.5) * 2
            M = (E[0] + (W[0] - E[0]) * f, E[1] + (W[1] - E[1]) * f)
            s += limb2([S, E, M], [r[0], r[1], r[2] + 4], colour, dk)
        else:
            M = (S[0] + (E[0] - S[0]) * sleeve * 2, S[1] + (E[1] - S[1]) * sleeve * 2)
            s += limb2([S, M], [r[0] + 2, r[1] + 4], colour, dk)
        return s
    s += limb2([S, E, W], r, colour, dk)
    if p.cuff:
        fa = math.degrees(math.atan2(W[1] - E[1], W[0] - E[0]))
        s += g(
            p.cuff if isinstance(p.cuff, str) and p.cuff.startswith("<") else rc(-30, -r[2] - 2, 18, 2 * r[2] + 4, p.cuff, 4),
            f"translate({W[0]:.1f},{W[1]:.1f}) rotate({fa:.1f})",
        )
    return s


LEGS = {  # knee, ankle of the left and the right leg, from the hips (0, 510)
    "stand": ((-46, 240), (-48, 450), (46, 240), (52, 450)),
    "walk": ((-40, 236), (-120, 430), (66, 230), (96, 446)),
    "walk_l": ((-66, 230), (-96, 446), (40, 236), (120, 430)),
    "sit": ((-86, 60), (-84, 300), (86, 60), (88, 300)),
    "sit_r": ((150, 40), (150, 290), (196, 56), (214, 300)),
    "sit_l": ((-196, 56), (-214, 300), (-150, 40), (-150, 290)),
    "squat": ((-150, -60), (-92, 150), (150, -60), (92, 150)),
    "kneel": ((-60, 170), (60, 200), (80, 170), (190, 205)),
    "cross": ((-190, 60), (10, 96), (190, 60), (-10, 96)),
}


def legs(p, pose):
    c = p.bottom
    dk, hi = ramp(c)
    k1, a1, k2, a2 = LEGS[pose] if isinstance(pose, str) else pose
    s = ""
    w = p.shoulder * 0.44
    for k, a, sx in ((k2, a2, 1), (k1, a1, -1)):
        col = c if sx < 0 else mix(c, dk, 0.5)
        toe = 1 if pose in ("walk", "sit_r") else -1 if pose in ("walk_l", "sit_l") else sx
        if pose not in ("kneel", "cross"):
            s += g(pa("M-26,-8L26,-8Q58,8 66,30Q66,38 56,38L-26,38Z", INK) + rc(-26, 32, 90, 7, P3, 3), f"translate({a[0]},{a[1]+10}) scale({toe},1)")
        s += limb2([(sx * w, 0), k, a], [w * 1.06, 46, 32], col, dk)
    return g(s, "translate(0,510)")


class Drawn:
    """body, then the two arms, so that a scene can put things between them."""

    def __init__(self, body, left, right):
        self.body, self.left, self.right = body, left, right

    def __str__(self):
        return self.body + self.left + self.right


def draw(
    p,
    x,
    y,
    s,
    L=None,
    R=None,
    hl="relax",
    hr="relax",
    al=None,
    ar=None,
    fl=None,
    fr=None,
    pose=None,
    lean=0,
    H=None,
    back=False,
    hand_scale=1,
    ol=None,
    orr=None,
    behind="",
):
    """Put p with the head centre at (x, y), scale s. L and R are wrist targets in picture units (None: arm hangs).

    pose names the legs (None: cut off by furniture); lean turns the upper body about the hips; H is the hem.
    """
    H = H or (520 if pose is None else 540)
    w = p.shoulder - 26
    rad = math.radians(lean)

    def turn(px, py):
        py -= 510
        return px * math.cos(rad) - py * math.sin(rad), px * math.sin(rad) + py * math.cos(rad) + 510

    def loc(t):
        return ((t[0] - x) / s, (t[1] - y) / s)

    Ls, Rs = turn(-w, 184), turn(w, 184)
    Lt = loc(L) if L else (Ls[0] - 26, Ls[1] + 316)
    Rt = loc(R) if R else (Rs[0] + 26, Rs[1] + 316)
    t = f"translate({x},{y}) scale({s})"
    up = "" if back or p.hair in OVER_SHOULDER else g(hair_back(p), "translate(0,24)")
    up += torso(p, H, back) + g(head(p, back), "translate(0,24)")
    body = (legs(p, pose) if pose else "") + g(up, f"rotate({lean},0,510)" if lean else "")
    left = arm(p, -1, Ls, Lt, hl, al, fl, ol, hand_scale)
    right = arm(p, 1, Rs, Rt, hr, ar, fr, orr, hand_scale)
    return Drawn(g(behind + body, t), g(left, t), g(right, t))


def stand(p, x, y, s, **kw):
    """Like draw(), but y is the ground under the feet."""
    kw.setdefault("pose", "stand")
    k = LEGS[kw["pose"]] if isinstance(kw["pose"], str) else kw["pose"]
    low = max(k[1][1], k[3][1]) + 510 + (46 if kw["pose"] not in ("kneel", "cross") else 20)
    return draw(p, x, y - low * s, s, **kw)


def tiny(x, y, s, top=I5, bottom=I9, skin="tan", hat=None, hatc=None, arms="down", hair=INK, load=None):
    """A figure under 200 px: no face. y = feet; 220 units tall."""
    a, b, _ = SKINS[skin]
    dk = ramp(top)[0]
    c = pa("M-17,-92L-18,0L-3,0L0,-60L4,0L19,0L17,-92Z", bottom)
    if arms == "up":
        l, r = [(-22, -146), (-44, -158), (-50, -188)], [(22, -146), (36, -118), (30, -88)]
    elif arms == "fwd":
        l, r = [(-22, -146), (-34, -118), (-62, -112)], [(22, -146), (14, -116), (-30, -106)]
    elif arms == "fwd_r":
        l, r = [(-22, -146), (-14, -116), (30, -106)], [(22, -146), (34, -118), (62, -112)]
    else:
        l, r = [(-23, -146), (-32, -116), (-30, -86)], [(23, -146), (32, -116), (30, -86)]
    for q in (r, l):
        c += el(q[2][0], q[2][1] + (6 if arms == "down" else 0), 8, 8, a)
        if q is r:
            c += limb2(q, [11, 9, 8], mix(top, dk, 0.4), dk)
            c += pa("M-30,-146Q-28,-162 -10,-164L10,-164Q28,-162 30,-146L25,-76L-25,-76Z", top) + pa(
                "M10,-164Q28,-162 30,-146L25,-76L6,-76Q14,-120 10,-164Z", dk
            )
    c += limb2(l, [11, 9, 8], top, dk) if arms != "down" else limb2(l, [10, 8, 7], ramp(top)[1] if top != P0 else P2, top)
    c += rc(-8, -176, 16, 18, b) + el(0, -190, 19, 22, a) + pa("M4,-211Q20,-206 19,-188Q16,-170 4,-168Q12,-190 4,-211Z", b, e='opacity=".5"')
    if hat == "khan":
        c += pa("M-23,-186Q-28,-222 0,-224Q28,-222 23,-186Q14,-206 0,-207Q-14,-206 -23,-186Z", hatc or I9) + pa(
            "M20,-190Q34,-168 26,-152Q18,-164 16,-182Z", hatc or I9
        )
    else:
        c += pa("M-21,-188Q-23,-216 0,-216Q23,-216 21,-188Q14,-202 2,-203Q-12,-202 -21,-188Z", hair)
    if hat == "non":
        c += pa("M-42,-198L0,-226L42,-198Q0,-186 -42,-198Z", P2) + pa("M0,-226L42,-198Q22,-192 6,-192Z", P3)
    return g(c, f"translate({x},{y}) scale({s})")
