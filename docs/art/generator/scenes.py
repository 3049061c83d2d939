"""All pictures of the portal. A function a scene; 1200 x 800, portraits 800 x 1000, products 800 x 800."""

import math
import random
import re

from .base import *
from .brocade import STAR, bro, cover, star, tile_svg
from .figures import Person, draw, hand, ramp, stand, tiny
from .things import *

SCENES = {}
TURMERIC = "#E3A31C"


def pic(fn):
    def run():
        begin(fn.__name__)
        return fn()

    SCENES[fn.__name__] = run
    return fn


# The cast: samples, nobody real.
BA_NONG = Person(hat="khan", age="old", face="broad", skin="sun", wear="cham", top=I7, hair="pulled")
CHI_HONG = Person(hat="khan", age="middle", face="round", skin="tan", wear="cham", top=I7, hair="pulled", eyes="open")
BA_NHUNG = Person(hat="turban", age="old", face="heart", skin="brown", wear="cham", top=I9, hair="pulled", hairc="#8D93A3")
ONG_SAN = Person(sex="m", age="old", face="long", skin="brown", hair="receding", beard="goatee", glasses=True, wear="jacket", top=D9, under=P1)
ONG_PAO = Person(sex="m", age="old", face="square", skin="sun", hair="bald", beard="moustache", wear="shirt", top=I2, bottom=W9)
ANH_TU = Person(sex="m", age="young", face="oval", skin="tan", hair="quiff", wear="tee", top=I5, eyes="open")
ANH_LUC = Person(sex="m", age="middle", face="square", skin="sun", hair="part", wear="shirt", top=P0, eyes="open")
ANH_BINH = Person(sex="m", age="middle", face="broad", skin="brown", hair="crew", hat="cap", hatc=L7, wear="vest", top=L9, under=C3)
CHI_MAI = Person(age="young", face="heart", skin="fair", hair="bob", wear="apron", top=M5, under=P0)
CHI_LAN = Person(age="young", face="oval", skin="fair", hair="side", wear="tee", top=L5, eyes="open")
CHI_THU = Person(age="young", face="oval", skin="tan", hair="bun", wear="jacket", top=I5, under=P0, eyes="open")
CO_HA = Person(age="middle", face="round", skin="tan", hair="wavy", wear="suit", top=M7, under=P0, eyes="open", glasses=True)
EM_VY = Person(age="teen", face="round", skin="fair", hair="tail", wear="hoodie", top=L7, eyes="open")
EM_NAM = Person(age="teen", sex="m", face="oval", skin="sun", hair="short", wear="tee", top=C7, eyes="open")
CHI_SAY = Person(age="young", face="oval", skin="sun", hat="non", hair="braid", wear="tee", top=D5, eyes="open")


def table_front(edge=600, c=W5):
    """A big meeting table in perspective, and its edge."""
    tb = f"M90,{edge}Q600,{edge-60} 1110,{edge}L1200,{edge+160}L1200,800L0,800L0,{edge+160}Z"
    return shaded(
        tb,
        c,
        pa(f"M90,{edge}Q600,{edge-60} 1110,{edge}L1120,{edge+18}Q600,{edge-40} 80,{edge+18}Z", TOPL)
        + "".join(pa(f"M-20,{edge+60+k*50}Q600,{edge-4+k*50} 1220,{edge+60+k*50}", s=W7, w=3, e='opacity=".5"') for k in range(4)),
    )


def chart(x, y, w, h):
    """Screen with bars and a pie, no letters."""
    s = (
        rc(x, y, w, h, I9, 6)
        + rc(x + 14, y + 14, w - 28, h - 28, P0)
        + rc(x + 40, y + 36, w * 0.4, 16, I7, 3)
        + rc(x + 40, y + 64, w * 0.28, 9, I3, 3)
    )
    b = y + h - 44
    s += "".join(
        rc(x + 50 + k * w * 0.1, b - hh * h / 290, w * 0.065, hh * h / 290, (I5, I5, L7, L7, D7, C5)[k])
        for k, hh in enumerate((50, 76, 64, 106, 92, 130))
    ) + rc(x + 42, b, w * 0.62, 4, INK)
    r = h * 0.15
    cx, cy = x + w * 0.84, y + h * 0.5
    return s + el(cx, cy, r, r, L7) + pa(f"M{cx},{cy}V{cy-r}A{r},{r} 0 0 1 {cx+r*.95:.1f},{cy+r*.3:.1f}Z", C5)


def flat_hills(seed=1, y=300, sky_sun=None, W=1200):
    s = sun(*sky_sun) if sky_sun else ""
    return s + hill(ridge(y, 60, seed, W), I2) + hill(ridge(y + 65, 46, seed + 4, W), I3) + mist(y + 70, seed + 2, W)


@pic
def meeting():
    c = rc(0, 0, 1200, 800, "#EDE6D6") + rc(0, 560, 1200, 240, P3) + chart(370, 60, 460, 260) + window(70, 80, 210, 270, 3)
    c += rc(930, 90, 190, 220, P1) + star(979, 150, 13, I7) + rc(930, 90, 190, 12, I7) + rc(930, 298, 190, 12, I7)
    cast = [
        draw(BA_NONG.but(turn=0.5, gaze=1, eyes="open"), 190, 392, 0.62, L=(170, 630), R=(246, 626), hl="flat", hr="flat", al=10, ar=170),
        draw(ANH_LUC.but(turn=0.3, mouth="open", gaze=1), 392, 372, 0.64, L=(330, 616), R=(498, 520), hl="flat", hr="open", al=20, ar=-50),
        draw(CO_HA.but(eyes="down", tilt=3), 606, 376, 0.63, L=(570, 606), R=(652, 612), hl="flat", hr="point", al=20, ar=150),
        draw(
            ONG_SAN.but(turn=-0.6, gaze=-1, eyes="open", beard="goatee"),
            812,
            372,
            0.63,
            L=(770, 610),
            R=(862, 614),
            hl="flat",
            hr="flat",
            al=12,
            ar=166,
        ),
        draw(EM_NAM.but(turn=-0.6, gaze=-1, mouth="open"), 1010, 404, 0.62, L=(960, 630), R=(1046, 630), hl="flat", hr="fist", al=10, ar=190),
    ]
    c += "".join(f.body for f in cast) + table_front()
    for x, y, rt in ((236, 668, -8), (560, 640, -2), (790, 650, 3), (975, 672, 8)):
        c += paper(x, y, 1, rt)
    c += "".join(f.left + f.right for f in cast) + pa("M640,618L596,634", s=I9, w=6)
    c += cup(436, 640, 0.8) + cup(880, 668, 0.8)
    c += (
        "".join(hong(x, 712 - (14 if x == 600 else 0), 26) for x in (560, 640, 600))
        + pa("M506,716Q600,734 694,716Q684,762 640,766L560,766Q516,762 506,716Z", I7)
        + bro(522, 728, 156, 16)
    )
    return svg(1200, 800, P2, c)


def bookcase(x0, wid, r):
    c = rc(x0, 60, wid, 560, W7) + rc(x0 + 12, 72, wid - 24, 536, W9)
    for sh in range(4):
        yb, x = 196 + sh * 134, x0 + 20
        while x < x0 + wid - 50:
            w, h, col = r.choice((14, 18, 22, 26)), r.uniform(76, 108), r.choice((I5, I7, D7, D5, L7, L5, C5, M7, P1, I3, P3))
            if r.random() < 0.1:
                c += hong(x + 26, yb - 22, 22) if sh == 1 else jar(x + 26, yb, 36, 50, TURMERIC, label=False)
                x += 60
            else:
                c += rc(x, yb - h, w, h, col) + rc(x + 3, yb - h + 14, w - 6, 5, P0, 0, 'opacity=".7"') + rc(x, yb - h, 4, h, P0, 0, 'opacity=".2"')
                x += w + 3
        c += rc(x0 + 8, yb, wid - 16, 14, W7) + rc(x0 + 8, yb, wid - 16, 4, W5)
    return c


def book(x, y, c1=D9, s=1):
    """Open book standing towards the reader, seen from outside."""
    return g(
        pa("M-92,-8L-84,-96Q-42,-104 0,-88Q42,-104 84,-96L92,-8Q46,-18 0,0Q-46,-18 -92,-8Z", c1)
        + pa("M0,-88Q42,-104 84,-96L92,-8Q46,-18 0,0Z", mix(c1, INK, 0.3))
        + pa("M-84,-96Q-42,-112 0,-94Q42,-112 84,-96Q42,-104 0,-88Q-42,-104 -84,-96Z", P0),
        f"translate({x},{y}) scale({s})",
    )


@pic
def library():
    r = random.Random(5)
    c = rc(0, 0, 1200, 800, "#EFE4CF") + window(430, 80, 340, 300, 8) + bookcase(40, 330, r) + bookcase(830, 330, r) + lamp(600, 96)
    a = draw(EM_VY.but(eyes="down", tilt=-4, hair="bob"), 350, 378, 0.72, L=(282, 612), R=(418, 612), hl="grip", hr="grip", al=-50, ar=-130)
    b = draw(ANH_TU.but(turn=0.7, gaze=1, mouth="open"), 610, 350, 0.74, L=(540, 622), R=(668, 628), hl="flat", hr="flat", al=20, ar=165)
    d = draw(ONG_SAN.but(turn=-0.5, eyes="down"), 862, 358, 0.74, L=(800, 620), R=(930, 624), hl="point", hr="flat", al=176, ar=160)
    c += a.body + b.body + d.body + table(180, 620, 840, 170, strip=True)
    c += paper(836, 628, 1.2) + book(350, 622, D7, 0.86) + a.left + a.right + b.left + b.right + d.left + d.right + laptop(612, 626, 0.94)
    c += pot(480, 622, 0.8) + cup(980, 622, 0.8)
    return svg(1200, 800, "#EFE4CF", c)


@pic
def helper():
    c = (
        rc(0, 0, 1200, 800, "#F1E7D3")
        + window(120, 70, 330, 270, 4)
        + rc(950, 200, 200, 12, W5)
        + rc(950, 200, 200, 4, TOPL)
        + pot(1000, 202, 0.9, I5)
        + jar(1074, 200, 50, 72, TURMERIC, 0.8, W7, label=False)
        + jar(1124, 200, 38, 54, "#C98A2B", 0.8, D7, label=False)
    )
    a = draw(BA_NONG.but(eyes="down", turn=0.5, tilt=5), 376, 338, 1.04, L=(310, 690), R=(530, 664), hl="flat", hr="grip", al=10, ar=-30, orr=-0.5)
    b = draw(
        CHI_THU.but(eyes="down", turn=-0.6, tilt=-5, hair="tail"),
        820,
        304,
        1.04,
        L=(716, 590),
        R=(900, 694),
        hl="point",
        hr="flat",
        al=184,
        ar=170,
        ol=0.4,
    )
    c += a.body + b.body + rc(-10, 700, 1220, 120, W5) + rc(-10, 700, 1220, 10, TOPL) + bro(-10, 752, 1220, 30)
    c += a.left + b.right + phone(598, 580, 0.94, 8) + a.right + b.left
    c += cup(250, 704, 1.2) + "".join(hong(x, y, 30) for x, y in ((1046, 646), (1110, 642), (1078, 620))) + basket(1080, 656, 84, 48)
    return svg(1200, 800, P2, c)


@pic
def market():
    c = rc(0, 0, 1200, 800, P2) + hill(ridge(300, 50, 61), I2) + hill(ridge(360, 36, 63), L3) + mist(360, 2)
    c += "".join(tree(x, 560, h) for x, h in ((60, 220), (1140, 240), (1060, 160)))
    c += "".join(rc(x, 120, 20, 560, W7) + rc(x, 120, 8, 560, W5) for x in (150, 1030))
    a = draw(CHI_HONG.but(turn=0.4, gaze=0.6), 390, 348, 0.86, L=(330, 566), R=(486, 520), hl="flat", hr="open", al=20, ar=-30)
    b = draw(CHI_LAN.but(eyes="down", turn=0.3, tilt=4), 700, 336, 0.84, L=(670, 552), R=(752, 552), hl="flat", hr="flat", al=30, ar=150)
    c += a.body + b.body
    n, w = 14, 1000 / 14
    for i in range(n):
        x = 100 + i * w
        col = (I7, P0)[i % 2]
        c += pa(f"M{150+i*64.3:.0f},70L{150+(i+1)*64.3:.0f},70L{x+w:.0f},190L{x:.0f},190Z", col) + pa(
            f"M{x:.1f},190h{w:.1f}v16a{w/2:.1f},{w/2:.1f} 0 0 1 -{w:.1f},0Z", col
        )
    c += rc(100, 186, 1000, 16, INK, 0, 'opacity=".12"') + rc(140, 58, 920, 16, W7, 6) + rc(140, 58, 920, 6, W5, 4)
    c += (
        rc(90, 560, 1020, 26, W5, 4)
        + rc(90, 560, 1020, 8, TOPL, 4)
        + rc(110, 586, 980, 230, W7)
        + bro(110, 600, 980, 44)
        + pa("".join(f"M110,{664+k*36}h980" for k in range(4)), s=W9, w=3, e='opacity=".35"')
    )
    c += "".join(hong(x, y, r) for x, y, r in ((190, 520, 34), (246, 524, 36), (306, 520, 34), (218, 478, 34), (276, 476, 35))) + basket(
        248, 530, 112, 54
    )
    c += b.left + b.right + laptop(724, 562, 1.1) + a.left + a.right
    c += (
        jar(920, 562, 70, 104, TURMERIC, 0.8, D7)
        + jar(1000, 562, 64, 92, TURMERIC, 0.8, W7)
        + jar(1062, 562, 50, 70, "#C98A2B", 0.84, D7)
        + rc(556, 492, 64, 70, P0, 4)
        + qr_code(564, 500, 48, 5)
    )
    return svg(1200, 800, P2, c)


@pic
def p_hong():
    c = (
        sun(610, 230, 86, C5, "#F6CF78")
        + hill(ridge(420, 70, 31, 800, 5), I2)
        + hill(ridge(500, 50, 33, 800, 5), I3)
        + mist(500, 5, 800)
        + hill(ridge(600, 40, 35, 800, 5), L5)
    )
    c += "".join(tree(x, 690, h, L7, L5) for x, h in ((40, 260), (120, 190), (740, 280), (670, 180))) + hill([(-60, 680), (400, 660), (860, 690)], L3)
    c += pa("M830,40Q620,70 470,30", s=W9, w=14) + pa("M640,58Q600,100 590,140M730,58Q724,120 700,170", s=W9, w=8)
    c += "".join(
        leaf(x, y, 96, 26, r, L7, L5, L9)
        for x, y, r in (
            (590, 34, 200),
            (530, 40, 160),
            (650, 60, 60),
            (700, 40, 120),
            (760, 70, 80),
            (780, 44, 190),
            (610, 120, 150),
            (700, 150, 30),
            (480, 30, 190),
        )
    )
    c += "".join(hong(x, y, r) for x, y, r in ((590, 186, 44), (700, 214, 48), (520, 96, 38), (770, 150, 40)))
    f = draw(CHI_HONG.but(eyes="smile", turn=-0.25, tilt=-2), 396, 372, 1.42, L=(222, 904), R=(578, 904), hl="grip", hr="grip", al=20, ar=160, H=620)
    c += f.body + "".join(
        hong(x, y, r, (x * 7) % 30 - 15)
        for x, y, r in ((250, 796, 58), (548, 800, 56), (350, 778, 62), (455, 782, 60), (300, 740, 50), (506, 744, 48), (408, 720, 56))
    )
    c += basket(400, 836, 206, 230) + f.left + f.right + bro(330, 916, 140, 40)
    return svg(800, 1000, "#FBE6B4", c)


@pic
def p_mien():
    c = (
        rc(0, 0, 800, 1000, P2)
        + rc(0, 0, 800, 620, P1)
        + window(60, 90, 280, 330, 2, W9)
        + rack(420, 120, 420, 260, 6, 1.15)
        + rc(0, 620, 800, 400, P3)
    )
    f = draw(
        Person(sex="m", age="young", face="square", skin="sun", hair="short", wear="apron", top=L7, under=P0, eyes="open", turn=0.15),
        406,
        376,
        1.42,
        L=(236, 888),
        R=(576, 888),
        hl="grip",
        hr="grip",
        al=-4,
        ar=184,
        H=640,
    )
    c += f.body + '<g transform="translate(0,42)">'
    b = "M170,800Q400,740 640,800L640,880Q400,836 170,880Z"
    c += shaded(
        b,
        "#EFE3C6",
        pa("".join(f"M150,{800+k*9}Q400,{742+k*9.5} 660,{800+k*9}" for k in range(10)), s="#C9B489", w=2.4)
        + rc(500, 700, 200, 300, "#C9B489", 0, 'opacity=".3"'),
    )
    c += rc(378, 764, 46, 88, D7, 3) + bro(378, 794, 46, 24) + "</g>" + f.left + f.right
    return svg(800, 1000, P1, c)


@pic
def p_nghe():
    c = rc(0, 0, 800, 1000, "#EFE6D2") + hill(ridge(300, 50, 41, 800, 5), I2) + hill(ridge(380, 40, 43, 800, 5), L3)
    for k in range(5):
        c += rc(0, 430 + k * 64, 800, 330, (L5, L7)[k % 2]) + "".join(
            leaf(
                20 + j * 88 + (k % 2) * 40,
                470 + k * 64,
                90 + k * 10,
                20 + k * 2,
                -90 + ((j * 37 + k * 13) % 40 - 20),
                (L7, L9)[k % 2],
                L3 if k % 2 else L5,
            )
            for j in range(10)
        )
    c += pa("M40,620Q40,120 400,110Q760,120 760,620", s=P0, w=10, e='opacity=".85"') + pa(
        "M400,110V300M160,200Q250,300 250,430M640,200Q550,300 550,430", s=P0, w=5, e='opacity=".6"'
    )
    f = draw(
        Person(age="young", face="heart", skin="fair", hair="bun", wear="jacket", top=M7, under=P0, eyes="open", gaze=-0.4, turn=-0.3, mouth="open"),
        400,
        380,
        1.4,
        L=(226, 908),
        R=(574, 898),
        hl="grip",
        hr="grip",
        al=14,
        ar=166,
        H=640,
    )
    c += f.body + g(
        rc(-180, -116, 360, 240, I9, 16)
        + rc(-164, -100, 328, 208, I1, 4)
        + pa("M-130,70L-70,14L-16,40L50,-36L126,-60", s=L7, w=9)
        + rc(-140, -76, 96, 14, I3, 3)
        + rc(-140, -50, 64, 9, I2, 3)
        + el(126, -60, 11, 11, D7)
        + bro(-164, 84, 328, 24),
        "translate(400,880) rotate(-3)",
    )
    c += f.left + f.right
    return svg(800, 1000, P1, c)


@pic
def mien():
    c = (
        hill(ridge(262, 56, 21), I2)
        + hill(ridge(318, 40, 23), I3)
        + mist(318, 4)
        + hill(ridge(370, 30, 29), L5)
        + hill([(-60, 410), (500, 400), (1260, 416)], L3)
    )
    c += house(60, 424, 0.5) + tree(40, 428, 110) + tree(240, 426, 96, L7, L5) + tree(1100, 424, 120) + tree(1160, 430, 84)
    c += rack(330, 400, 640, 90, 1, 0.55) + hill([(-60, 505), (600, 498), (1260, 508)], "#B9CFA0")
    c += rack(90, 470, 920, 140, 2, 0.85) + hill([(-60, 660), (600, 640), (1260, 664)], "#A5C08C")
    f = stand(
        CHI_SAY.but(turn=-0.6, eyes="down", tilt=-6, wear="apron", under=P1, top=D5),
        930,
        764,
        0.42,
        L=(846, 556),
        R=(868, 540),
        hl="grip",
        hr="grip",
        al=170,
        ar=188,
        lean=-7,
        pose="walk_l",
    )
    c += (
        f.body
        + f.right
        + rack(-120, 560, 980, 190, 3, 1.25)
        + f.left
        + hill([(-60, 794), (600, 772), (1260, 786)], L7)
        + basket(1024, 728, 56, 40)
        + bro(976, 734, 94, 12)
    )
    c = sun(300, 150, 70) + g(c, "translate(-120,-146) scale(1.14)")
    return svg(
        1200,
        800,
        "#F8EFDF",
        c
        + "".join(
            leaf(x, 800, l, w2, -90 + a, I9, I7)
            for x, l, w2, a in (
                (20, 150, 20, 14),
                (60, 120, 18, -8),
                (104, 96, 16, 20),
                (1150, 130, 19, -14),
                (1190, 160, 20, -22),
                (1100, 92, 16, 8),
            )
        ),
    )


@pic
def workshop():
    c = rc(0, 0, 1200, 800, "#EADFC8") + rc(0, 600, 1200, 200, "#CDB58A") + rc(60, 80, 400, 330, W7) + rc(72, 92, 376, 306, P3)
    for i, (x, y) in enumerate(((120, 130), (200, 130), (280, 130), (360, 130), (140, 270), (240, 270), (350, 270))):
        if i % 3 == 0:
            c += rc(x, y, 10, 90, W9, 4) + rc(x - 18, y, 46, 26, STEEL, 3)
        elif i % 3 == 1:
            c += rc(x, y + 50, 12, 56, D7, 5) + rc(x + 2, y, 8, 56, STEEL)
        else:
            c += el(x + 8, y + 30, 30, 30, STEEL) + el(x + 8, y + 30, 18, 18, P3) + rc(x + 2, y + 56, 12, 50, STEEL, 3)
    c += window(500, 70, 220, 230, 6, W9)
    c += (
        rc(790, 150, 330, 470, GREY, 8)
        + rc(790, 150, 110, 470, P1, 8, 'opacity=".55"')
        + rc(790, 150, 330, 60, I7, 8)
        + rc(812, 172, 110, 16, P0, 3)
        + el(1060, 180, 14, 14, C5)
        + el(1024, 180, 9, 9, D5)
    )
    for k in range(5):
        c += (
            rc(822, 240 + k * 70, 266, 52, W9, 3)
            + rc(830, 270 + k * 70, 250, 14, TURMERIC, 6)
            + "".join(el(846 + m * 26, 268 + k * 70, 13, 9, ("#F0BC45", TURMERIC)[m % 2]) for m in range(9))
            + rc(822, 284 + k * 70, 266, 6, STEEL)
        )
    c += rc(1096, 400, 12, 90, I9, 5)
    f = draw(
        ANH_BINH.but(hat="net", wear="apron", top=I5, under=D7, eyes="down", turn=-0.4, tilt=-3),
        590,
        322,
        0.98,
        L=(470, 598),
        R=(668, 610),
        hl="relax",
        hr="relax",
        al=160,
        ar=170,
    )
    c += f.body + table(90, 620, 720, 170, strip=True) + root(190, 590, 0.8, -10) + root(290, 600, 0.7, 20)
    c += el(430, 616, 80, 20, TURMERIC) + pa("M350,618Q430,560 510,618Z", "#F0BC45") + f.left + f.right + el(610, 618, 50, 12, TURMERIC)
    c += jar(710, 622, 64, 90, TURMERIC, 0.8, W7) + jar(778, 622, 54, 76, TURMERIC, 0.8, W7)
    c += "".join(
        pa(f"M{x-60},800Q{x-76},690 {x-44},664Q{x},640 {x+44},664Q{x+76},690 {x+60},800Z", P3)
        + pa(f"M{x+10},656Q{x+70},670 {x+60},800L{x+24},800Q{x+40},720 {x+10},656Z", W5, e='opacity=".6"')
        for x in (900, 1020)
    )
    return svg(1200, 800, P2, c)


@pic
def booth():
    c = rc(0, 0, 1200, 800, P2) + rc(0, 0, 1200, 120, I1) + pa("".join(f"M{k*150-40},0L{k*150+60},120" for k in range(9)), s=P0, w=5)
    for j in range(16):
        x, y = j * 78, 96 + math.sin(j / 15 * math.pi * 3) * 14
        c += pa(f"M{x},{y:.0f}h52l-26,44Z", (I5, C5, L7, D7)[j % 4])
    c += pa("M0,96Q200,120 400,96T800,96T1200,96", s=W9, w=4)
    sellers = (BA_NONG.but(turn=0.3), ANH_LUC.but(turn=-0.4, gaze=-1, top=I5), CHI_MAI.but(eyes="open", turn=-0.3, top=L5))
    for i, (x, f, fd) in enumerate(((50, L7, L9), (430, I7, I9), (810, M7, "#572646"))):
        c += (
            rc(x, 210, 340, 430, P0)
            + rc(x + 240, 210, 100, 430, P1)
            + rc(x, 190, 340, 70, f)
            + rc(x, 190, 120, 70, P0, 0, 'opacity=".12"')
            + rc(x + 70, 212, 200, 14, P0, 3)
            + rc(x + 110, 234, 120, 8, C3, 3)
        )
        for k in range(2):
            c += rc(x + 24, 350 + k * 90, 292, 8, W5)
            for m in range(3):
                jx, t = x + 74 + m * 96, (m + k + i) % 3
                if t == 0:
                    c += jar(jx, 350 + k * 90, 38, 54, (TURMERIC, "#C98A2B", "#EFE3C6")[i], 0.8, (W7, D7, I7)[i], label=False)
                elif t == 1:
                    c += hong(jx, 330 + k * 90, 20)
                else:
                    c += rc(jx - 20, 350 + k * 90 - 52, 40, 52, (D5, I5, L5)[i], 2) + rc(jx - 12, 350 + k * 90 - 40, 24, 14, P0, 2)
        s = draw(sellers[i], x + 130 + i * 40, 418, 0.36, L=(x + 90 + i * 40, 520), R=(x + 176 + i * 40, 516), hl="flat", hr="flat", al=10, ar=170)
        c += (
            s.body
            + rc(x - 10, 520, 360, 20, W5, 3)
            + rc(x - 10, 520, 360, 7, TOPL, 3)
            + rc(x, 540, 340, 110, fd)
            + "".join(star(x + 46 + k * 92, 565, 9, P0) for k in range(3))
            + s.left
            + s.right
        )
    c += rc(0, 650, 1200, 160, P3) + bro(0, 638, 1200, 14)
    buyers = (
        (262, CHI_LAN.but(hair="tail", top=C7, pattern="flowers", skin="tan", turn=-0.5, bottom=I7), 0.345, {}),
        (352, EM_NAM.but(top=I5, pattern="stripes", turn=0.4), 0.27, dict(R=(398, 640), hr="point", ar=-30)),
        (676, ANH_TU.but(top=D7, pattern="checks", hair="crew", turn=0.5, bottom=W9), 0.375, dict(R=(716, 612), hr="relax", ar=-40)),
        (780, ONG_SAN.but(hair="receding", top=M5, pattern="stripes", turn=-0.5, bottom=I9), 0.35, {}),
        (926, Person(hair="bun", top=L7, sex="f", pattern="dots", skin="fair", turn=-0.4, bottom=W7), 0.33, dict(L=(894, 610), hl="relax", al=-130)),
        (1124, BA_NONG.but(top=I7, hat="khan", turn=-0.4), 0.32, {}),
    )
    for x, p, s, kw in buyers:
        f = stand(p, x, 790, s, back=True, **kw)
        c += el(x, 788, 52, 9, W7, 'opacity=".35"') + (f.left if "L" in kw else "") + (f.right if "R" in kw else "") + f.body
        c += ("" if "L" in kw else f.left) + ("" if "R" in kw else f.right)
    return svg(1200, 800, P2, c)


@pic
def terraces():
    c = rc(0, 0, 1200, 330, "#F8EFDF") + sun(880, 215, 80)
    c += hill(ridge(330, 60, 1), I2) + hill(ridge(390, 50, 5), I3) + mist(400, 2)
    c += hill(ridge(455, 40, 8), "#4F7F86") + mist(480, 3)
    A = fine([(-60, 470), (160, 400), (330, 430), (560, 560), (760, 610), (980, 540), (1120, 500), (1260, 520)])
    c += terr(A, [L5, L3, "#A9CB95", L5, L3, L5, L7], [0, 34, 66, 102, 140, 182, 230])
    c += house(868, 590, 0.42, cloth=True) + tree(1010, 585, 120) + tree(845, 590, 90) + tree(1052, 575, 84, L7, L3)
    B = fine([(-60, 600), (180, 590), (420, 690), (660, 740), (900, 700), (1260, 640)])
    c += terr(B, [L7, "#2E7C57", C3, L7, "#2E7C57", L9], [0, 28, 56, 86, 120, 160])
    c += tiny(610, 752, 0.38, I5, hat="non") + tiny(668, 758, 0.36, D7, hat="non", arms="fwd")
    return svg(1200, 800, P1, c + branch_corner())


@pic
def stilt():
    c = (
        sun(240, 200, 72)
        + hill(ridge(330, 70, 11), I2)
        + hill(ridge(400, 50, 14), I3)
        + mist(390, 6)
        + hill(ridge(470, 40, 19), L5)
        + mist(500, 9, o=0.5)
    )
    for x, h in ((60, 210), (140, 170), (1090, 240), (1160, 190), (1010, 160)):
        c += tree(x, 590, h, L7, L5)
    c += palm(260, 600, 300, L7, L5, W7, -26) + palm(930, 600, 340, L7, L5, W7, 30)
    c += hill([(-60, 580), (400, 566), (800, 570), (1260, 580)], L3)
    c += el(600, 600, 330, 16, L7, 'opacity=".5"') + house(330, 604, 1.75, cloth=True)
    c += str(stand(BA_NONG.but(turn=0.4), 812, 646, 0.17, R=(850, 574), ar=30))
    for x, y in ((862, 640), (902, 652), (940, 636)):
        c += g(
            pa("M0,0Q4,-22 22,-22Q30,-36 38,-34Q44,-30 40,-24Q44,-8 28,0Z", P0)
            + pa("M36,-35l4,-7l4,7Z", D7)
            + pa("M43,-29l9,3l-9,3Z", C5)
            + pa("M16,0v10M26,0v10", s=C7, w=2.5)
            + pa("M0,0Q-10,-20 -2,-28Q6,-22 10,-14Z", P3),
            f"translate({x},{y})",
        )
    c += terr(fine([(-60, 690), (300, 680), (700, 700), (1260, 670)]), [L5, L7, "#2E7C57", L9], [0, 34, 62, 96], line=L3)
    return svg(1200, 800, P1, c + branch_corner(True, seed=9))


@pic
def lake():
    def karst(pts, f, hi):
        p = sm(pts) + f"L{pts[-1][0]},470L{pts[0][0]},470Z"
        o = "".join(
            pa(sm([(x - w * 0.35, y + h * 1.0), (x - w * 0.1, y + h * 0.4), (x, y)]), s=hi, w=6, e='opacity=".5"')
            for x, y, w, h in [(pts[i][0] + k * 22, pts[i][1] + 22 + abs(k) * 10, 16, 70) for i in range(2, len(pts) - 1, 3) for k in (-1, 0, 1)]
        )
        return shaded(p, f, o)

    c = sun(610, 210, 74)
    c += karst(
        [
            (-60, 230),
            (20, 170),
            (70, 190),
            (96, 262),
            (140, 150),
            (200, 128),
            (248, 170),
            (270, 292),
            (320, 252),
            (366, 262),
            (396, 352),
            (440, 430),
            (500, 468),
        ],
        I2,
        I3,
    ) + karst(
        [
            (680, 468),
            (730, 430),
            (790, 356),
            (812, 246),
            (862, 196),
            (918, 214),
            (944, 300),
            (990, 180),
            (1060, 150),
            (1104, 200),
            (1122, 286),
            (1170, 216),
            (1260, 210),
        ],
        I2,
        I3,
    )
    c += mist(350, 3, o=0.8)
    c += karst([(-60, 330), (0, 300), (50, 326), (66, 380), (120, 318), (180, 310), (214, 352), (236, 410), (290, 450), (340, 468)], I3, I5) + karst(
        [(820, 468), (870, 446), (904, 410), (922, 340), (978, 312), (1030, 340), (1048, 396), (1110, 330), (1180, 312), (1260, 350)], I3, I5
    )
    c += mist(420, 8, o=0.8, h=26)
    c += karst([(-40, 430), (60, 390), (160, 410), (260, 440), (330, 468)], L7, L5) + karst(
        [(900, 468), (1000, 416), (1120, 400), (1260, 420)], L7, L5
    )
    for x in (40, 90, 150, 1040, 1100, 1170):
        c += tree(x, 470, 80, L9, L7)
    c += rc(0, 468, 1200, 340, "#9DB3D3") + rc(0, 468, 1200, 60, "#B9C9E0")
    r = random.Random(7)
    for i in range(46):
        y = 480 + i * 7
        w = r.uniform(40, 230) * (0.5 + i / 40)
        c += rc(r.uniform(-60, 1180), y, w, 2.6 + i * 0.05, r.choice((P0, I3, "#86A0C8", "#CBD8EA")), 1.5, 'opacity=".75"')
    for i in range(9):
        c += rc(610 - 70 + i * 5 - r.uniform(0, 26), 486 + i * 15, 140 - i * 8 + r.uniform(0, 30), 4, C3, 2)
    c += pa("M250,652Q480,676 800,652Q780,690 690,696L370,696Q280,690 250,652Z", "#6d86b4", e='opacity=".55"')
    bd = "M220,606Q520,650 836,600Q806,652 720,660L340,664Q252,652 220,606Z"
    f = draw(
        CHI_SAY.but(eyes="down", turn=0.4, tilt=4, wear="cham", top=I7),
        600,
        470,
        0.34,
        L=(690, 556),
        R=(704, 528),
        hl="fist",
        hr="fist",
        al=10,
        ar=-10,
        H=470,
    )
    c += f.body + pa("M742,460L690,700", s=W9, w=8) + pa("M702,640l-22,66q14,10 24,-2l16,-60Z", W7) + f.right + f.left
    c += shaded(bd, W7, pa("M220,606Q520,650 836,600L836,622Q520,672 220,626Z", W5))
    for k, (x, r2) in enumerate(((380, 30), (420, 34), (462, 29), (440, 22))):
        c += hong(x, 584 - (18 if k == 3 else 0), r2 * 0.8)
    c += basket(420, 596, 70, 52) + g(bro(0, 0, 170, 16), "translate(440,650)")
    for i in range(8):
        x = 1010 + i * 26
        c += pa(f"M{x},830Q{x-10},{740-i%3*26} {x-34+i*4},{690-i%4*28}", s=I9, w=5) + leaf(x - 4, 770, 90, 9, -110 + i * 7, I9, I7)
    return svg(1200, 800, P1, c)


@pic
def loa():
    c = rc(0, 0, 1200, 800, "#F5E3C3") + sun(300, 420, 120) + hill(ridge(470, 60, 81), I3) + hill(ridge(540, 40, 85), I5) + mist(520, 7, c="#F5E3C3")
    c += hill(ridge(630, 26, 87), L7)
    for x, y, s in ((80, 690, 0.5), (290, 700, 0.46)):
        c += house(x, y, s, cloth=x == 80)
    for x, h in ((40, 130), (250, 120), (440, 110), (980, 150), (1080, 190), (1150, 140)):
        c += tree(x, 700, h, L9, L7)
    c += hill([(-60, 700), (500, 680), (1260, 706)], L9)
    c += rc(760, 120, 26, 700, W9) + rc(760, 120, 9, 700, W7) + rc(690, 200, 170, 14, W9)

    def horn(x, y, sc, f, rot=0):
        return g(
            rc(-60, -26, 60, 52, I9, 8)
            + pa("M-8,-24Q60,-30 150,-96L150,96Q60,30 -8,24Z", I7)
            + pa("M-8,-24Q60,-30 150,-96L150,-40Q60,-12 -8,-8Z", I5)
            + el(150, 0, 26, 96, I2)
            + el(154, 0, 17, 76, I9)
            + el(150, 0, 8, 22, C5),
            f"translate({x},{y}) scale({f*sc},{sc}) rotate({rot})",
        )

    c += horn(850, 214, 1.15, 1, -6) + horn(696, 236, 1.0, -1, -4)
    c += rc(750, 330, 46, 64, "#8D93A3", 5) + rc(758, 340, 30, 20, I9, 3) + el(766, 378, 5, 5, C5) + el(780, 378, 5, 5, L5)
    c += pa("M773,140Q400,230 -20,150M773,140Q1000,200 1220,120", s=INK, w=3.5)
    for x, y in ((150, 176), (186, 180), (240, 186)):
        c += pa(f"M{x-14},{y}q4,-22 20,-24q14,0 14,12q0,12 -14,14l-24,8Z", INK) + pa(f"M{x+19},{y-16}l10,3l-10,4Z", C7)
    for k in range(3):
        c += pa(f"M{1050+k*34},{120-k*24}Q{1084+k*44},{196} {1050+k*34},{276+k*24}", s=D7, w=8, e=f'opacity="{.95-k*.25}"')
    return svg(1200, 800, P2, c)


@pic
def mam():
    c = rc(0, 0, 1200, 800, L1) + el(600, 330, 290, 290, P1) + hill(ridge(470, 40, 71), L3) + hill(ridge(540, 30, 73), L5) + mist(520, 4)
    c += pa("M600,470Q590,360 606,250", s=L7, w=12)
    for x, y, l, r in ((604, 262, 150, -128), (606, 258, 150, -50), (600, 340, 140, -165), (602, 350, 140, -12), (605, 256, 104, -88)):
        c += leaf(x, y, l, 38, r, L7, L5, L9)
    c += pa("M420,500Q470,430 600,436Q730,430 780,500L740,600L460,600Z", W7) + pa("M440,490Q500,440 600,444Q560,460 520,500Z", W5)
    for x, y in ((500, 480), (560, 500), (660, 470), (700, 500), (620, 520)):
        c += el(x, y, 9, 6, W9)
    for sx, cl, dk in ((1, SK, SKd), (-1, SKl, SK)):
        hd = pa(
            "M120,900L250,690Q330,560 400,506Q424,490 440,506Q452,520 436,544L408,590Q500,560 570,552Q600,552 602,576Q604,640 520,700Q430,760 350,830L300,900Z",
            cl,
        )
        hd += pa("M408,590Q500,560 570,552Q600,552 602,576Q604,600 590,624Q500,610 408,640Z", dk, e='opacity=".5"') + pa(
            "M436,640Q520,616 596,612M424,680Q500,652 570,650", s=dk, w=5
        )
        hd += (
            pa("M40,900L170,700L330,820L250,960Z", I7)
            + pa("M40,900L90,820L260,940L250,960Z", I9)
            + g(bro(0, -20, 210, 44), "translate(176,690) rotate(37)")
        )
        c += g(hd, "" if sx == 1 else "translate(1200,0) scale(-1,1)")
    return svg(1200, 800, L1, c)


@pic
def qr():
    c = rc(0, 0, 1200, 800, P2) + rc(0, 0, 1200, 90, W7) + rc(0, 86, 1200, 10, W9) + rc(0, 600, 1200, 200, W5) + rc(0, 600, 1200, 10, "#CFA670")
    for k in range(4):
        c += rc(0, 640 + k * 42, 1200, 3, W7, 0, 'opacity=".5"')
    for j, (x, f) in enumerate(((120, "#E3A31C"), (250, "#C98A2B"), (1060, "#E3A31C"))):
        c += jar(x, 606, 110, (190, 230, 210)[j], f, 0.82, (W7, D7, I7)[j])
    # box with QR
    c += rc(330, 290, 230, 320, L7, 4) + rc(330, 290, 80, 320, L5, 4, 'opacity=".5"') + bro(330, 310, 230, 36) + rc(366, 380, 158, 158, P0, 4)
    c += qr_code(379, 393, 132) + rc(372, 560, 146, 12, P0, 4) + rc(400, 580, 90, 8, L3, 3)
    # arm + phone
    c += pa("M1260,700Q1040,640 930,560L850,690Q980,820 1260,900Z", I7) + pa("M1260,800Q1060,760 880,650L850,690Q980,820 1260,900Z", I9)
    c += pa("M960,580Q880,520 850,440Q800,420 770,470L740,610Q770,700 860,690Z", SK)
    c += g(
        rc(-120, -230, 240, 460, I9, 30)
        + rc(-108, -206, 216, 412, I1, 8)
        + rc(-108, -206, 216, 50, I7, 8)
        + rc(-90, -188, 110, 12, P0, 3)
        + qr_code(-66, -120, 132)
        + pa("M-86,-112v-28h28M58,-140h28v28M86,12v28h-28M-58,40h-28v-28", s=D7, w=8)
        + rc(-88, 76, 176, 12, I9, 3)
        + rc(-88, 100, 120, 8, I3, 3)
        + rc(-88, 130, 176, 44, L7, 6)
        + pa("M-24,152l14,14l28,-28", s=P0, w=8),
        "translate(740,400) rotate(6)",
    )
    for k in range(4):
        c += g(
            rc(-70, -20, 92, 40, SK, 20) + rc(-66, -14, 24, 26, SKl, 12) + (rc(-70, 16, 92, 5, SKd, 3, 'opacity=".6"')),
            f"translate({642+k*-7},{416+k*46}) rotate({6+k*2})",
        )
    c += pa("M900,560Q930,440 880,370Q852,340 836,366Q836,400 846,430Q836,500 850,560Z", SK) + pa(
        "M862,362Q880,370 884,392L858,398Q846,380 862,362Z", SKl
    )
    return svg(1200, 800, P2, c)


@pic
def s_hong():
    c = el(400, 420, 330, 330, P0) + pa("M-20,170Q200,120 420,200Q600,262 830,210", s=W7, w=20) + pa("M-20,165Q200,114 420,194", s=W5, w=7)
    c += pa("M240,148Q236,220 250,270M470,214Q480,290 470,330M640,236Q650,300 640,360", s=W7, w=9) + pa(
        "M250,260V300M470,320V376M640,350V396", s=W7, w=9
    )
    for x, y, l, r in (
        (120, 150, 170, -120),
        (210, 146, 190, -60),
        (330, 170, 180, -100),
        (430, 200, 190, -40),
        (560, 236, 180, -80),
        (660, 232, 170, -30),
        (160, 160, 170, 60),
        (360, 190, 180, 110),
        (560, 240, 170, 40),
        (720, 226, 150, 70),
    ):
        c += leaf(x, y, l, 46, r, L7, L5, L9)
    c += hong(252, 380, 118) + hong(640, 470, 112) + hong(462, 470, 132)
    c += rc(0, 716, 800, 90, I9) + bro(0, 726, 800, 48)
    return svg(800, 800, "#F4E4C8", c)


@pic
def s_mien():
    c = rc(0, 560, 800, 240, W5) + rc(0, 560, 800, 10, "#CFA670") + el(400, 640, 330, 34, W7, 'opacity=".5"')

    def bun(x, y, w, h, rot):
        b = f"M{-w},{-h}Q0,{-h*1.3} {w},{-h}L{w},{h}Q0,{h*1.3} {-w},{h}Z"
        s = shaded(
            b,
            "#EFE3C6",
            pa(f"M{-w},{h*.3}Q0,{h*.5} {w},{h*.3}L{w},{h*2}L{-w},{h*2}Z", "#DCC99C")
            + "".join(pa(f"M{-w*1.1},{-h+k*h*.17}Q0,{-h*1.3+k*h*.19} {w*1.1},{-h+k*h*.17}", s="#BFA878", w=3) for k in range(1, 13)),
        )
        s += rc(-26, -h * 1.16, 52, h * 2.32, D7) + rc(-26, -h * 1.16, 18, h * 2.32, D5)
        return g(s, f"translate({x},{y}) rotate({rot})")

    c += bun(300, 590, 220, 52, 0) + bun(520, 596, 210, 50, 0) + bun(400, 500, 230, 52, -2)
    c += g(
        rc(-120, -190, 240, 330, I7, 4)
        + rc(-120, -190, 80, 330, I5, 4)
        + bro(-120, -150, 240, 40)
        + rc(-86, -86, 172, 120, P0, 60)
        + "".join(pa(f"M-50,{-60+k*14}Q0,{-76+k*14} 50,{-60+k*14}", s=C7, w=4) for k in range(6))
        + rc(-70, 66, 140, 14, C5, 3)
        + rc(-50, 92, 100, 9, P0, 3),
        "translate(400,316) scale(.86)",
    )
    return svg(800, 800, "#F1E7D3", c)


@pic
def s_mo():
    c = rc(0, 600, 800, 200, P3) + rc(0, 600, 800, 8, W5, 0, 'opacity=".4"') + el(400, 690, 300, 26, W7, 'opacity=".3"')
    c += jar(430, 690, 280, 400, "#C98A2B", 0.84, strip=True)
    for i, (x, y) in enumerate(((340, 420), (400, 400), (470, 424), (530, 404), (350, 640), (420, 655), (500, 640))):
        c += el(x, y, 34, 34, "#E2B63C", 'opacity=".55"')
    for x, y, r in ((190, 650, 48), (120, 680, 40), (250, 690, 42), (640, 676, 46), (712, 692, 36)):
        c += mo(x, y, r)
    c += leaf(180, 606, 110, 28, -40, L7, L5, L9) + leaf(640, 632, 100, 26, -70, L7, L5, L9)
    c += pa("M-10,110Q200,90 330,170", s=W7, w=12)
    for x, y, r in ((60, 106, 60), (150, 104, -50), (230, 124, 50), (310, 160, -10)):
        c += leaf(x, y, 110, 28, r, L7, L5, L9)
    c += mo(120, 180, 38) + mo(246, 210, 40)
    return svg(800, 800, "#EFE9D2", c)


@pic
def s_nghe():
    c = rc(0, 590, 800, 210, "#CDB58A") + el(410, 690, 310, 28, W7, 'opacity=".35"')
    c += jar(330, 690, 250, 330, "#E3A31C", 0.8, lid=W7, strip=True) + jar(560, 690, 180, 230, "#E3A31C", 0.8, lid=W7)
    c += root(180, 690, 1, -6) + root(620, 730, 0.92, 8)
    c += el(420, 742, 96, 22, "#E3A31C") + pa("M330,740Q420,676 512,740Z", "#F0BC45")
    c += leaf(660, 600, 220, 40, -100, L7, L5, L9) + leaf(700, 610, 200, 36, -70, L7, L5, L9) + leaf(110, 600, 220, 38, -84, L7, L5, L9)
    return svg(800, 800, "#F3E8D0", c)


@pic
def s_cambien():
    c = hill(ridge(330, 50, 51, 800, 5), I2) + hill(ridge(410, 40, 55, 800, 5), L3) + mist(400, 3, 800)
    for k in range(6):
        y = 480 + k * 62
        c += rc(0, y, 800, 70, ("#8A5F3A", "#7A5233")[k % 2]) + "".join(
            leaf(10 + j * (70 + k * 8) + (k % 2) * 36, y + 16, 52 + k * 9, 13 + k * 2, -90 + ((j * 53 + k * 29) % 70 - 35), L7, L5) for j in range(13)
        )
    c += rc(386, 330, 28, 470, "#B9BCC4") + rc(386, 330, 10, 470, "#E6E2DA")
    c += (
        rc(300, 360, 200, 150, P0, 12)
        + rc(440, 360, 60, 150, "#DAD5CB", 12)
        + rc(324, 384, 110, 64, I9, 4)
        + pa("M334,434l20,-20l18,10l26,-28l22,14", s=C5, w=5)
        + el(462, 400, 9, 9, L5)
        + el(462, 430, 9, 9, C5)
        + rc(324, 466, 80, 9, I3, 3)
        + bro(300, 492, 200, 18)
    )
    c += g(
        rc(-130, -50, 260, 100, I7, 4)
        + "".join(rc(-122 + k * 43, -42, 37, 38, I5, 2) + rc(-122 + k * 43, 4, 37, 38, I5, 2) for k in range(6))
        + pa("M-130,-50L-20,-50L-90,50L-130,50Z", P0, e='opacity=".16"'),
        "translate(400,290) rotate(-8)",
    )
    c += pa("M520,330q36,-10 44,-46M524,362q66,-12 80,-82", s=I7, w=8)
    return svg(800, 800, P1, c)


@pic
def s_tui():
    c = rc(0, 610, 800, 190, P3) + el(400, 690, 260, 26, W7, 'opacity=".35"')
    c += pa("M290,300Q290,90 400,90Q510,90 510,300", s=W9, w=20) + pa("M290,300Q290,90 400,90", s=W7, w=7)
    bd = "M210,280L590,280L640,690L160,690Z"
    t = cover("news", "túi thổ cẩm 7", 800, 500)
    import re

    inner = re.search(r"<g .*</g>", t).group(0)
    c += shaded(
        bd,
        I9,
        g(inner, "translate(0,250)")
        + pa("M520,280L600,280L660,690L560,690Z", INK, e='opacity=".28"')
        + pa("M200,280L250,280L215,700L140,700Z", P0, e='opacity=".10"'),
    )
    c += rc(204, 268, 392, 26, W7, 4) + "".join(pa(f"M{178+k*32},690l-3,40M{184+k*32},690l3,38", s=(C5, D5, P0)[k % 3], w=4) for k in range(15))
    return svg(800, 800, "#F1E4CC", c)


@pic
def s_app():
    c = el(400, 420, 320, 320, P1)
    c += g(
        rc(-170, -310, 340, 620, I9, 40)
        + rc(-152, -276, 304, 552, P0, 14)
        + rc(-152, -276, 304, 84, I7, 10)
        + bro(-152, -192, 304, 14)
        + rc(-128, -246, 150, 14, P0, 4)
        + rc(-128, -222, 96, 8, I3, 4)
        + clip(
            "M-128,-170h256v150h-256Z",
            rc(-128, -170, 256, 150, I1)
            + hill([(-140, -80), (-60, -120), (40, -70), (140, -110)], L3, 0)
            + hill([(-140, -40), (0, -70), (140, -50)], L7, 0)
            + hong(70, -80, 38),
        )
        + rc(-128, 0, 180, 14, I9, 4)
        + rc(-128, 26, 240, 8, I2, 4)
        + rc(-128, 44, 210, 8, I2, 4)
        + "".join(
            el(-116, 86 + k * 44, 10, 10, L7)
            + pa(f"M{-121},{86+k*44}l4,4l7,-8", s=P0, w=3)
            + (rc(-118, 98 + k * 44, 4, 22, L3) if k < 3 else "")
            + rc(-92, 80 + k * 44, (150, 120, 170, 100)[k], 10, I9, 4)
            + rc(-92, 96 + k * 44, (90, 110, 80, 120)[k], 6, I2, 3)
            for k in range(4)
        ),
        "translate(400,400) rotate(-5)",
    )
    c += leaf(650, 720, 220, 48, -110, L7, L5, L9) + leaf(690, 740, 200, 42, -70, L7, L5, L9) + hong(150, 690, 72) + hong(262, 724, 58)
    return svg(800, 800, "#E9EEDD", c)


@pic
def s_treo():
    c = (
        rc(0, 0, 800, 800, "#EFE6D2")
        + rc(0, 60, 800, 22, W7)
        + rc(0, 60, 800, 8, W5)
        + rc(0, 380, 800, 20, W7, 0, 'opacity=".45"')
        + bro(0, 700, 800, 40)
    )
    for j in range(6):
        x = 90 + j * 124
        r = random.Random(j)
        c += pa(f"M{x},80V{640+r.uniform(-30,40)}", s=W5, w=4)
        for k in range(5):
            c += hong(
                x + r.uniform(-4, 4),
                160 + k * 116 + r.uniform(-10, 14) + (j % 2) * 30,
                42 - r.uniform(0, 4),
                r.uniform(-12, 12),
                True,
                ("#C65F25", "#E08A48", "#9A4119") if (j + k) % 3 else ("#D8742C", "#F0A552", "#B9531F"),
            )
    return svg(800, 800, P1, c)


def room(wall="#EDE6D6", floor="#D9C5A0", y=560):
    return rc(0, 0, 1200, 800, wall) + rc(0, y, 1200, 800 - y, floor)


@pic
def training():
    """Class with a projector."""
    c = room("#E9E2D0", P3, 600) + window(60, 110, 170, 250, 5) + rc(330, 60, 560, 330, P0) + rc(320, 50, 580, 18, STEEL, 6)
    c += pa("M610,30L340,72L880,72Z", C1, e='opacity=".5"') + rc(570, 0, 14, 22, STEEL) + rc(530, 16, 96, 34, P2, 8) + el(560, 34, 10, 10, I3)
    c += (
        rc(370, 110, 210, 150, L1, 6)
        + hong(475, 190, 52)
        + rc(620, 116, 200, 16, I7, 4)
        + "".join(el(630, 166 + k * 36, 9, 9, (L7, C5, D5)[k]) + rc(652, 161 + k * 36, (150, 120, 140)[k], 10, I3, 4) for k in range(3))
        + rc(370, 290, 450, 26, I1, 8)
        + rc(370, 290, 290, 26, L5, 8)
    )
    t = stand(
        CHI_THU.but(turn=-0.4, mouth="open", wear="suit", top=M7),
        990,
        690,
        0.5,
        L=(880, 268),
        R=(1020, 470),
        hl="open",
        hr="relax",
        al=200,
        ar=150,
        ol=-1,
    )
    c += el(990, 700, 90, 12, W7, 'opacity=".35"') + str(t)
    people = (
        Person(hair="long", top=L5),
        Person(sex="m", hair="short", top=I5),
        BA_NONG,
        Person(sex="m", age="old", hair="receding", top=D7),
        Person(hair="bun", top=C7),
    )
    for x, p, y in zip((150, 330, 510, 690, 860), people, (606, 590, 610, 596, 612)):
        c += str(draw(p, x, y, 0.6, back=True))
    return svg(1200, 800, P2, c + rc(-10, 748, 1220, 60, W5) + rc(-10, 748, 1220, 8, TOPL) + bro(-10, 764, 1220, 26))


@pic
def counter():
    """One-stop counter of the ward office."""
    c = room("#EEE7D8", P3, 640) + rc(0, 0, 1200, 96, I7) + rc(0, 96, 1200, 10, C5) + star(586, 26, 6, P0)
    c += (
        "".join(rc(x, 44, 150, 12, I3, 5) for x in (390, 660))
        + window(60, 170, 190, 240, 9)
        + rc(930, 170, 190, 240, W7)
        + "".join(
            rc(944, 184 + k * 76, 162, 66, W9)
            + "".join(rc(950 + j * 22, 192 + k * 76, 18, 58, (I5, L5, D5, C7, I3, M5, L7)[(j + k * 3) % 7]) for j in range(7))
            for k in range(3)
        )
    )
    a = draw(
        CO_HA.but(wear="shirt", top=I2, under=I7, turn=-0.5, gaze=-1, mouth="open", eyes="open"),
        730,
        330,
        0.8,
        L=(668, 562),
        R=(806, 580),
        hl="relax",
        hr="flat",
        al=172,
        ar=170,
    )
    c += (
        a.body
        + rc(180, 580, 840, 28, W5, 5)
        + rc(180, 580, 840, 9, TOPL, 4)
        + rc(200, 608, 800, 200, P1)
        + rc(200, 608, 800, 14, INK, 0, 'opacity=".12"')
        + rc(700, 608, 300, 200, P2)
        + bro(200, 664, 800, 40)
    )
    c += (
        g(
            rc(-16, -40, 32, 40, STEEL) + rc(-90, -170, 180, 132, I9, 8) + rc(-90, -170, 60, 132, I7, 8) + rc(-40, -6, 80, 8, STEEL, 4),
            "translate(896,582)",
        )
        + pot(236, 580, 0.9)
        + a.right
        + a.left
    )
    c += paper(634, 588, 0.8, 0)
    b = draw(
        ANH_BINH.but(turn=0.6, eyes="open", gaze=1, wear="jacket", top=D7, under=P1),
        400,
        372,
        0.86,
        L=(300, 800),
        R=(574, 560),
        hl=None,
        hr="relax",
        ar=6,
        H=560,
        orr=-0.4,
    )
    return svg(1200, 800, P2, c + str(b))


@pic
def livestream():
    """A young woman shows products to her phone."""
    c = (
        rc(0, 0, 1200, 800, "#F3E3D3")
        + rc(0, 0, 1200, 800, M3, 0, 'opacity=".25"')
        + "".join(rc(140, 210 + k * 150, 300, 12, W5) + rc(140, 210 + k * 150, 300, 4, TOPL) for k in range(2))
    )
    c += (
        jar(190, 210, 54, 84, TURMERIC, 0.8, W7)
        + jar(260, 210, 46, 66, "#C98A2B", 0.8, D7)
        + pot(350, 210, 0.9)
        + rc(170, 290, 60, 70, L7, 3)
        + rc(182, 306, 36, 20, P0, 2)
        + hong(280, 332, 28)
        + hong(334, 332, 28)
        + hong(390, 334, 26)
    )
    f = draw(
        CHI_LAN.but(turn=0.35, gaze=0.7, mouth="open", top=D5, hair="long"),
        600,
        320,
        1.0,
        L=(512, 470),
        R=(720, 590),
        hl="grip",
        hr="open",
        al=-80,
        ar=-40,
    )
    c += f.body + table(150, 640, 900, 160, strip=True)
    c += f.right + jar(506, 470, 86, 122, "#C98A2B", 0.84, D7) + f.left
    c += (
        "".join(hong(x, y, 40) for x, y in ((250, 600), (340, 602), (296, 548)))
        + rc(400, 566, 70, 76, L7, 3)
        + rc(400, 566, 22, 76, L5, 3)
        + rc(412, 586, 46, 26, P0, 3)
    )
    c += (
        '<circle cx="930" cy="330" r="118" fill="none" stroke="#FBF8F2" stroke-width="30"/><circle cx="930" cy="330" r="118" fill="none" stroke="#FAE7B8" stroke-width="10"/>'
        + rc(922, 446, 16, 200, INK)
        + pa("M930,630L880,650M930,630L980,650", s=INK, w=12)
    )
    c += g(
        rc(-62, -118, 124, 236, I9, 16)
        + rc(-62, -118, 40, 236, I7, 16)
        + el(-34, -88, 14, 14, INK)
        + el(-34, -54, 14, 14, INK)
        + el(-34, -88, 6, 6, I5)
        + el(-34, -54, 6, 6, I5),
        "translate(930,330) scale(.74)",
    )
    c += "".join(
        pa(
            f"M{x},{y}C{x-22*s:.0f},{y-30*s:.0f} {x-44*s:.0f},{y+4*s:.0f} {x},{y+34*s:.0f}C{x+44*s:.0f},{y+4*s:.0f} {x+22*s:.0f},{y-30*s:.0f} {x},{y}Z",
            D5,
            e='opacity=".8"',
        )
        for x, y, s in ((800, 190, 1), (846, 120, 0.7), (780, 92, 0.5))
    )
    return svg(1200, 800, P2, c)


@pic
def drone_field():
    """Drone spraying over rice terraces."""
    c = rc(0, 0, 1200, 330, "#F8EFDF") + flat_hills(41, 290, (250, 190, 70)) + hill(ridge(440, 40, 48), "#4F7F86") + mist(470, 3)
    A = fine([(-60, 540), (200, 500), (480, 560), (800, 500), (1260, 560)])
    c += terr(A, [L5, L3, "#A9CB95", L5, C3, L3, L7], [0, 36, 72, 112, 156, 200, 250])
    c += house(120, 520, 0.34, cloth=True) + tree(96, 522, 100) + tree(250, 516, 84, L7, L3)
    c += pa("M520,330L430,620L790,620L680,330Z", P0, e='opacity=".3"') + pa(
        "".join(f"M{540+k*24},{350}L{470+k*54},{600}" for k in range(6)), s=P0, w=3, e='opacity=".6" stroke-dasharray="4 16"'
    )
    c += drone(600, 270, 1.25)
    f = stand(
        EM_NAM.but(age="young", hat="cap", turn=-0.5, wear="shirt", top=P0, bottom=I7, mouth="open"),
        930,
        780,
        0.34,
        L=(888, 610),
        R=(940, 612),
        hl="grip",
        hr="grip",
        al=-20,
        ar=190,
    )
    c += f.body + rc(882, 594, 66, 34, I9, 6) + rc(892, 600, 46, 22, I2, 2) + f.left + f.right
    return svg(1200, 800, P1, c + branch_corner())


@pic
def tea():
    """Tea hillside with a picker."""
    c = flat_hills(11, 270, (900, 190, 76)) + hill(ridge(380, 36, 19), "#4F7F86") + mist(400, 9)

    def row(y, amp, col, hi, n, t, seed):
        r = random.Random(seed)
        pts = [(-60 + i * 1320 / n, y + math.sin(i * 0.5 + seed) * amp) for i in range(n + 1)]
        s = "".join(el(px, py, t * r.uniform(0.95, 1.2), t * 0.74, col) for px, py in pts) + "".join(
            el(px - t * 0.25, py - t * 0.22, t * 0.62, t * 0.34, hi) for px, py in pts
        )
        return hill([(a, b) for a, b in pts], mix(col, W7, 0.25)) + s

    for k, (y, t) in enumerate(((440, 26), (486, 32), (540, 40))):
        c += row(y, 14, (L7, L5)[k % 2], (L5, L3)[k % 2], (44, 38, 30)[k], t, k + 1)
    c += house(960, 432, 0.3) + tree(940, 434, 90) + tree(1062, 432, 76)
    f = draw(
        CHI_SAY.but(eyes="down", turn=-0.4, tilt=-8, wear="cham", top=I7, skin="tan"),
        640,
        378,
        0.56,
        L=(520, 606),
        R=(640, 622),
        hl="relax",
        hr="relax",
        al=150,
        ar=140,
        lean=-9,
    )
    c += basket(744, 494, 78, 130) + "".join(leaf(690 + k * 16, 494, 44, 12, -120 + k * 14, L5, L3) for k in range(7)) + bro(680, 520, 128, 18)
    c += (
        f.body
        + pa("M586,470Q610,520 596,600M690,470Q706,520 698,600", s=W7, w=9)
        + row(638, 12, L7, L5, 26, 50, 4)
        + f.left
        + f.right
        + "".join(leaf(500, 640, 34, 10, a, L5, L3) for a in (-120, -80, -40))
    )
    return svg(1200, 800, P1, c + row(742, 12, L9, L7, 22, 62, 6))


@pic
def bamboo():
    """Old man weaving a basket."""
    c = (
        room("#EADFC8", "#CDB58A", 540)
        + "".join(rc(30 + k * 34, 0, 28, 540, (W5, "#B98E60")[k % 2]) + rc(30 + k * 34, 120 + (k * 67) % 300, 28, 5, W7) for k in range(9))
        + window(480, 90, 250, 250, 7)
    )
    c += "".join(rc(860 + k * 34, 60 + (k % 3) * 26, 22, 500, (L5, C3, L3)[k % 3], 4) + rc(860 + k * 34, 200 + k * 31, 22, 5, L7) for k in range(7))
    c += basket(930, 560, 96, 90) + basket(1070, 590, 80, 76) + basket(960, 680, 110, 80)
    f = stand(
        ONG_SAN.but(wear="cham", top=I7, eyes="down", tilt=-4, bottom=I9),
        560,
        762,
        0.66,
        L=(470, 596),
        R=(654, 596),
        hl="relax",
        hr="grip",
        al=30,
        ar=150,
        pose="cross",
    )
    c += el(560, 770, 280, 24, W7, 'opacity=".35"') + f.body
    c += (
        basket(562, 596, 104, 120)
        + pa("M462,590Q440,500 400,470M500,584Q490,500 470,450M624,584Q640,500 680,452M660,590Q690,520 736,490", s=C3, w=8)
        + bro(470, 628, 184, 22)
        + f.left
        + f.right
    )
    c += (
        pa("".join(f"M{180+k*18},{772-k%2*8}L{390-k*10},{720+k*8}" for k in range(7)), s=C3, w=7)
        + rc(150, 690, 70, 12, STEEL, 4)
        + rc(212, 686, 40, 20, W7, 6)
    )
    return svg(1200, 800, P2, c)


@pic
def loom():
    """Weaving brocade on a frame loom."""
    c = room("#EFE4CF", "#C9AE80", 600) + window(80, 90, 240, 270, 3) + "".join(rc(0, 30 + k * 94, 1200, 3, W5, 0, 'opacity=".25"') for k in range(6))
    for x in (820, 1060):
        c += rc(x, 120, 26, 640, W7) + rc(x, 120, 9, 640, W5)
    c += rc(780, 140, 340, 24, W5, 5) + rc(780, 140, 340, 8, TOPL, 4)
    f = stand(
        BA_NHUNG.but(age="middle", eyes="down", turn=0.6, tilt=6, top=I7, skin="tan", face="oval", hat="khan", hairc=INK),
        440,
        756,
        0.66,
        L=(590, 520),
        R=(610, 482),
        hl="relax",
        hr="relax",
        al=8,
        ar=10,
        pose="sit_r",
        lean=6,
        ol=-0.4,
        orr=0.5,
    )
    c += stool(440, 770, 190, 160, W5)
    c += rc(590, 240, 20, 530, W7) + f.body
    warp = "".join(f"M640,{536+k*3}L1070,{300+k*5}" for k in range(14))
    c += (
        pa("M600,530L640,524L1076,290L1076,380L640,584L600,580Z", P1)
        + pa(warp, s=C7, w=2)
        + pa("M760,250L780,250L790,560L770,560Z", W7)
        + pa("M880,220L900,220L908,500L888,500Z", W7)
        + rc(742, 250, 70, 16, W5, 6)
        + rc(856, 216, 70, 16, W5, 6)
    )
    c += g(bro(0, 0, 300, 62), "translate(430,556) rotate(-6)") + pa("M424,556L440,620", s=W7, w=14)
    c += rc(560, 590, 30, 180, W7) + f.right + f.left + pa("M640,500q40,-18 80,-8q-30,22 -80,8Z", W5)
    c += "".join(
        el(860 + k * 70, 740, 34, 30, (D5, C5, L5, I5)[k])
        + pa(f"M{836+k*70},732q24,-16 46,0M{834+k*70},746q26,-14 50,0", s=P0, w=3, e='opacity=".5"')
        for k in range(4)
    )
    return svg(1200, 800, P2, c)


@pic
def packing():
    """Packing orders, tape gun in hand."""
    c = room("#E8E3D6", P3, 600)
    s, ys = shelf(60, 90, 300, 420, 3)
    c += s + "".join(
        parcel(84 + k * 92, ys[j], 70, (74, 56, 88)[(k + j) % 3], ("#C79B66", "#B98954")[(k + j) % 2]) for j in range(3) for k in range(3)
    )
    c += (
        window(480, 70, 230, 230, 4)
        + rc(870, 100, 230, 300, P0, 4)
        + "".join(
            rc(890, 124 + k * 64, 50, 44, (L5, C5, D5, I5)[k], 4) + rc(956, 130 + k * 64, 120, 10, I9, 4) + rc(956, 150 + k * 64, 90, 8, I3, 4)
            for k in range(4)
        )
    )
    a = draw(
        ANH_TU.but(eyes="down", turn=0.2, tilt=3, wear="apron", top=L5, under=I7),
        592,
        300,
        0.92,
        L=(446, 462),
        R=(880, 436),
        hl=None,
        hr=None,
        ol=-1,
        orr=1,
    )
    c += a.body + table(90, 630, 1020, 170, strip=True) + a.left + a.right
    # the box: its seam half closed by the tape
    c += rc(430, 516, 330, 124, "#C79B66") + rc(430, 516, 110, 124, "#D9B98C", 0, 'opacity=".55"') + rc(640, 516, 120, 124, "#A97F52", 0, 'opacity=".45"')
    c += pa("M430,516L470,470H800L760,516Z", "#DDBE92") + pa("M760,516L800,470V592L760,640Z", "#8E6840") + pa("M450,493H780", s="#A97F52", w=3)
    c += pa("M438,506L460,481H724L716,506Z", P0) + pa("M438,506L460,481H500L480,506Z", "#FFFFFF") + pa("M430,516L438,506V560L430,566Z", P2) + rc(424, 510, 22, 58, P0, 2) + rc(424, 510, 22, 6, P2)
    c += rc(590, 552, 120, 66, P0, 3) + qr_code(600, 562, 46, 7) + rc(656, 568, 44, 7, I9, 2) + rc(656, 584, 34, 6, I3, 2) + rc(656, 598, 40, 6, I3, 2)
    # tape gun: roll, frame, roller on the seam, grip
    gun = pa("M10,-14L70,-74L124,-70Q150,-66 176,-76L186,-46Q150,-32 118,-34L64,-30L28,4Z", D7) + pa("M10,-14L70,-74L124,-70Q150,-66 176,-76L180,-66Q150,-54 118,-58L72,-60L20,-8Z", D5)
    gun += el(74, -76, 46, 46, I3) + pa("M28,-76A46,46 0 0 1 74,-122A60,60 0 0 0 44,-50Q30,-62 28,-76Z", I2) + el(74, -76, 27, 27, P2) + el(74, -76, 27, 27, W5, 'opacity=".35"') + el(74, -76, 12, 12, I9)
    gun += pa("M44,-42Q20,-16 2,2L26,4Q46,-14 62,-32Z", P0, e='opacity=".9"') + rc(-4, -12, 32, 16, STEEL, 7) + pa("M-8,-10l-6,10h12", STEEL)
    c += g(gun, "translate(706,494)") + g(hand("fist", ANH_TU.tones, 1), "translate(880,436) rotate(180) scale(1,-1) scale(.95)")
    c += g(hand("flat", ANH_TU.tones, 1), "translate(446,462) rotate(42) scale(.95)")
    c += (
        parcel(880, 640, 130, 100, "#B98954", P2, 0.24)
        + parcel(910, 540, 96, 56, "#C79B66", L3, 0.24)
        + jar(290, 632, 62, 88, TURMERIC, 0.8, W7)
        + jar(364, 632, 54, 76, "#C98A2B", 0.8, D7)
        + jar(226, 632, 48, 66, TURMERIC, 0.8, D7)
    )
    return svg(1200, 800, P2, c)


@pic
def warehouse():
    """Shelves and a QR scanner."""
    c = room("#E4E0D6", "#C9C2B2", 620) + pa("".join(f"M{k*170-60},0V70" for k in range(9)), s=STEEL, w=8) + rc(0, 60, 1200, 12, STEEL)
    for x0 in (40, 700):
        s, ys = shelf(x0, 130, 440, 480, 4, I7, STEEL)
        c += s + "".join(
            parcel(
                x0 + 24 + k * 134,
                ys[j],
                100,
                (84, 66, 92)[(k * 2 + j) % 3],
                ("#C79B66", "#B98954", "#D3AE7E")[(k + j) % 3],
                (P2, L3, D3)[(k + j * 2) % 3],
                0.2,
            )
            for j in range(4)
            for k in range(3)
        )
    f = stand(
        CHI_MAI.but(eyes="open", turn=0.5, gaze=1, wear="vest", top=C5, under=I7, hair="tail", skin="tan", face="oval", bottom=I9),
        570,
        776,
        0.58,
        L=(520, 500),
        R=(712, 396),
        hl="grip",
        hr="grip",
        al=-30,
        ar=-10,
        orr=0.6,
    )
    c += (
        el(570, 782, 110, 14, W9, 'opacity=".35"')
        + pa("M754,372L884,300L884,420Z", D5, e='opacity=".35"')
        + f.body
        + rc(884, 318, 74, 84, P0, 3)
        + qr_code(893, 330, 56, 9)
        + f.left
    )
    c += (
        g(
            pa("M-40,-26L46,-26L54,10L-10,14L-20,66L-50,66L-40,10Z", I9) + rc(46, -22, 14, 28, D5, 3) + pa("M-40,-26L10,-26L0,-14L-40,-14Z", I5),
            "translate(720,374) rotate(-6)",
        )
        + f.right
        + phone(496, 470, 0.4, -12, "list")
        + bro(700, 598, 440, 18)
    )
    return svg(1200, 800, P2, c)


@pic
def dryer():
    """Solar dryer on a flat roof."""
    c = (
        flat_hills(5, 280, (930, 170, 86))
        + hill(ridge(400, 36, 9), L5)
        + "".join(tree(x, 520, h) for x, h in ((40, 170), (150, 120), (1100, 190), (1170, 140)))
        + tiled_house(190, 520, 200, 80, D7)
        + tiled_house(880, 520, 170, 70, D5)
    )
    c += (
        rc(0, 510, 1200, 300, "#CFC7B6")
        + rc(0, 510, 1200, 12, P0)
        + pa("M0,600H1200M0,690H1200M200,522L120,800M460,522L430,800M740,522L760,800M1000,522L1080,800", s="#B8AF9C", w=3)
    )
    c += el(520, 720, 330, 22, INK, 'opacity=".2"')
    c += pa("M220,690L220,560L520,380L820,560L820,690Z", I1, e='opacity=".9"')
    for k in range(3):
        y = 590 + k * 36
        c += rc(240, y, 560, 8, W5) + "".join(el(262 + j * 30, y - 6, 13, 7, ("#DC7A2C", TURMERIC, "#F0A552")[(j + k) % 3]) for j in range(18))
    c += (
        pa("M220,690L220,560L520,380L600,428L440,690Z", P0, e='opacity=".28"')
        + pa("M220,700V560L520,380L820,560V700M520,380V690M370,470V690M670,470V690", s=W7, w=12)
        + pa("M220,560L520,380L820,560", s=STEEL, w=8)
        + rc(206, 684, 630, 18, W7, 4)
        + bro(212, 700, 618, 18)
    )
    c += g(
        rc(-70, -40, 140, 80, I7, 4)
        + "".join(rc(-64 + k * 44, -34, 38, 31, I5, 2) + rc(-64 + k * 44, 3, 38, 31, I5, 2) for k in range(3))
        + pa("M-70,-40L0,-40L-40,40L-70,40Z", P0, e='opacity=".18"'),
        "translate(330,410) rotate(-31)",
    ) + pa("M330,440L370,520", s=STEEL, w=8)
    f = stand(
        CHI_SAY.but(hat="non", eyes="down", turn=-0.5, tilt=-4, wear="apron", top=L5, under=P0, bottom=I9),
        940,
        776,
        0.46,
        L=(846, 600),
        R=(880, 610),
        hl="flat",
        hr="flat",
        al=10,
        ar=170,
        lean=-4,
    )
    c += (
        f.body
        + f.right
        + rc(796, 602, 110, 12, W5, 3)
        + "".join(el(808 + j * 18, 598, 11, 7, ("#DC7A2C", "#F0A552")[j % 2]) for j in range(6))
        + f.left
    )
    return svg(1200, 800, "#F8EFDF", c)


@pic
def bees():
    """Beehives under the trees and their keeper."""
    c = (
        flat_hills(61, 290, (220, 180, 70))
        + hill(ridge(410, 36, 69), L5)
        + "".join(tree(x, 560, h) for x, h in ((60, 300), (180, 220), (1130, 320), (1020, 210)))
        + hill([(-60, 540), (500, 520), (1260, 544)], L3)
        + hill([(-60, 650), (600, 630), (1260, 660)], "#A9CB95")
    )
    c += "".join(hive(x, y, s, col) for x, y, s, col in ((300, 590, 0.8, C3), (450, 576, 0.76, I3), (760, 580, 0.78, D3), (900, 590, 0.82, C3)))
    c += hive(330, 736, 1.5, I3)
    p = ANH_LUC.but(wear="shirt", top=P0, under=P3, bottom=P3, eyes="down", turn=-0.5, tilt=-5)
    f = stand(p, 610, 776, 0.56, L=(476, 556), R=(520, 586), hl="grip", hr="grip", al=30, ar=170, lean=-5, ol=-0.3)
    veil = (
        pa("M-112,-62Q0,-20 112,-62L96,130Q0,168 -96,130Z", I9, e='opacity=".2"')
        + pa("M-150,-50Q-100,-84 -70,-90Q-64,-140 0,-142Q64,-140 70,-90Q100,-84 150,-50Q0,-4 -150,-50Z", P2)
        + pa("M0,-142Q64,-140 70,-90Q100,-84 150,-50Q90,-30 20,-26Q40,-90 0,-142Z", P3)
        + pa("M-70,-90Q0,-64 70,-90", s=D5, w=10)
    )
    hx, hy = 610, 776 - 1006 * 0.56
    c += f.body + g(veil, f"translate({hx-24},{hy+13}) rotate(-9) scale(.56)")
    c += (
        g(
            rc(-84, -70, 168, 130, W5, 4)
            + rc(-72, -58, 144, 106, TURMERIC)
            + pa("".join(f"M{-62+k*20+(i%2)*10},{-46+i*17}l7,4v8l-7,4l-7,-4v-8z" for i in range(6) for k in range(7)), C3)
            + rc(-100, -78, 200, 16, W7, 3),
            "translate(480,600) rotate(-4)",
        )
        + f.right
        + f.left
    )
    c += "".join(
        bee(x, y, s, fl)
        for x, y, s, fl in (
            (360, 470, 1.3, 1),
            (420, 420, 1, -1),
            (250, 520, 1.1, 1),
            (720, 430, 1, -1),
            (800, 480, 1.2, 1),
            (700, 330, 0.8, -1),
            (240, 420, 0.8, 1),
        )
    )
    c += bro(264, 652, 132, 18) + "".join(
        leaf(x, 800, 70, 14, -90 + a, L7, L5) + el(x + a, 730, 12, 12, C5) + el(x + a, 730, 5, 5, D7)
        for x, a in ((830, 8), (900, -10), (980, 6), (1060, 12), (140, -8), (200, 10), (70, 4))
    )
    return svg(1200, 800, "#F8EFDF", c)


@pic
def fishcage():
    """Fish cages on a lake."""
    c = (
        flat_hills(81, 270, (880, 170, 74))
        + hill(ridge(380, 30, 89), L7)
        + "".join(tree(x, 420, 70, L9, L7) for x in (40, 110, 170, 1020, 1100, 1170))
    )
    c += rc(0, 410, 1200, 400, "#9DB3D3") + rc(0, 410, 1200, 60, "#B9C9E0")
    r = random.Random(7)
    c += "".join(
        rc(
            r.uniform(-60, 1180),
            424 + i * 9,
            r.uniform(40, 200) * (0.5 + i / 40),
            3 + i * 0.05,
            r.choice((P0, I3, "#86A0C8", "#CBD8EA")),
            1.5,
            'opacity=".75"',
        )
        for i in range(40)
    )
    c += tiled_house(700, 520, 150, 66, L7, W5, 1, 1) + rc(670, 518, 230, 16, W7, 3) + "".join(rc(680 + k * 52, 532, 40, 22, I7, 8) for k in range(4))

    def cage(x, y, w, d):
        q = f"M{x},{y}L{x+w},{y}L{x+w+d},{y+d}L{x-d},{y+d}Z"
        s = pa(q, I5) + clip(
            q,
            pa(
                "".join(f"M{x-d+k*34},{y+d}L{x+k*34*w/(w+2*d):.0f},{y}" for k in range(int((w + 2 * d) / 34) + 1))
                + "".join(f"M{x-d},{y+k*24}H{x+w+d}" for k in range(1, int(d / 24))),
                s=I3,
                w=2,
                e='opacity=".6"',
            ),
        )
        return s

    c += cage(220, 570, 300, 70) + cage(600, 570, 300, 70)
    c += (
        fish(350, 600, 0.7, I2)
        + fish(470, 618, 0.6, I3, -1)
        + fish(700, 606, 0.7, D3, -1)
        + fish(840, 618, 0.6, I2)
        + pa("M410,588q14,-44 44,-30q24,14 14,40", s=None, w=0, f="none")
    )
    c += (
        pa("M150,640L930,640L960,672L126,672Z", W5)
        + pa("M150,640L930,640L936,650L142,650Z", TOPL)
        + pa("M210,562L910,562L916,574L204,574Z", W5)
        + pa("M520,570L600,570L596,640L524,640Z", W5)
        + "".join(pa(f"M{x},672h70v24q-35,14 -70,0Z", I7) for x in (160, 340, 520, 700, 860))
    )
    f = stand(
        ANH_BINH.but(hat="non", hatc=None, eyes="down", turn=-0.4, tilt=-6, wear="vest", top=D7, under=I2, skin="sun"),
        560,
        662,
        0.42,
        L=(470, 470),
        R=(606, 490),
        hl="open",
        hr="grip",
        al=140,
        ar=150,
        pose="walk_l",
    )
    c += (
        f.body
        + basket(612, 480, 44, 54)
        + bro(572, 490, 80, 12)
        + f.left
        + f.right
        + "".join(el(x, y, 3.4, 3.4, C7) for x, y in ((430, 520), (448, 536), (418, 548), (440, 560), (404, 570), (460, 566), (390, 546)))
    )
    c += "".join(
        pa(f"M{1010+i*26},830Q{1000+i*26},{740-i%3*26} {976+i*30},{690-i%4*28}", s=I9, w=5) + leaf(1006 + i * 26, 770, 90, 9, -110 + i * 7, I9, I7)
        for i in range(8)
    )
    return svg(1200, 800, P1, c)


@pic
def stem():
    """School club with a small robot."""
    c = (
        room("#E6EBE0", P3, 600)
        + rc(360, 60, 480, 270, L9, 4)
        + rc(350, 50, 500, 290, "none", 4, f'stroke="{W5}" stroke-width="16"')
        + pa("M410,250L490,140L570,210L660,110M410,270H560", s=P0, w=6, e='opacity=".75"')
        + el(740, 200, 48, 48, "none", 'stroke="#F3CB72" stroke-width="6"')
        + pa("M740,152V248M692,200H788", s=C3, w=6)
        + window(70, 90, 200, 230, 2)
        + rc(930, 90, 200, 16, W5)
        + pot(980, 92, 0.7)
        + "".join(rc(1030 + k * 26, 30, 20, 60, (I5, D5, C5)[k]) for k in range(3))
        + star(986, 170, 12, I5)
    )
    a = draw(EM_VY.but(turn=0.5, gaze=1, mouth="open"), 330, 370, 0.8, L=(300, 606), R=(500, 566), hl="flat", hr="point", al=10, ar=-10, orr=-0.4)
    b = draw(
        EM_NAM.but(turn=-0.5, eyes="down", tilt=-6, wear="shirt", top=P0, under=I7, glasses=True),
        860,
        366,
        0.8,
        L=(716, 566),
        R=(890, 612),
        hl="point",
        hr="flat",
        al=170,
        ar=170,
    )
    d = draw(
        CHI_THU.but(turn=0, eyes="down", tilt=3, wear="tee", top=C7, hair="lowbun"),
        594,
        300,
        0.74,
    )
    c += d.body + d.left + d.right + a.body + b.body + table(110, 624, 980, 170, strip=True)
    c += g(
        pa("M0,-196V-236", s=STEEL, w=6)
        + el(0, -240, 10, 10, D5)
        + rc(-62, -198, 124, 86, P0, 20)
        + rc(14, -198, 48, 86, P3, 20)
        + rc(-46, -182, 92, 48, I9, 14)
        + el(-20, -158, 11, 11, C5)
        + el(20, -158, 11, 11, C5)
        + rc(-14, -114, 28, 14, STEEL)
        + rc(-54, -102, 108, 74, I5, 12)
        + rc(10, -102, 44, 74, I7, 12)
        + rc(-26, -84, 52, 34, I1, 4)
        + pa("M-18,-62l12,-10l12,6l14,-12", s=L7, w=5)
        + pa("M-54,-84Q-90,-76 -86,-46M54,-84Q90,-80 94,-110", s=STEEL, w=13)
        + rc(-70, -34, 140, 34, INK, 17)
        + "".join(el(-48 + k * 32, -17, 11, 11, STEEL) for k in range(4)),
        "translate(592,626) scale(.98)",
    )
    c += (
        a.left
        + a.right
        + b.left
        + b.right
        + "".join(g(el(0, 0, 18, 18, STEEL) + el(0, 0, 8, 8, W7), f"translate({x},{y})") for x, y in ((420, 614), (456, 620)))
        + rc(740, 606, 70, 16, L5, 3)
        + rc(760, 592, 50, 14, D5, 3)
    )
    return svg(1200, 800, P2, c)


@pic
def signing():
    """Members of the co-operative sign papers."""
    c = (
        room("#EFE6D4", P3, 560)
        + house(650, 420, 0.001)
        + window(430, 70, 340, 260, 11)
        + rc(80, 90, 230, 200, L9, 4)
        + star(153, 148, 12, C3)
        + rc(890, 90, 230, 260, W7)
        + rc(902, 102, 206, 236, P1)
        + "".join(
            jar(950 + k * 56, 214, 42, 58, (TURMERIC, "#C98A2B", "#EFE3C6")[k], 0.8, (W7, D7, I7)[k], label=False) + hong(950 + k * 56, 306, 24)
            for k in range(3)
        )
        + rc(902, 214, 206, 8, W5)
        + rc(902, 330, 206, 8, W5)
    )
    a = draw(BA_NHUNG.but(eyes="down", tilt=5, turn=0.3), 300, 360, 0.74, L=(250, 622), R=(382, 610), hl="flat", hr="point", al=14, ar=30)
    b = draw(
        ANH_LUC.but(turn=-0.5, gaze=-1, mouth="open", top=L5, wear="jacket", under=P0),
        596,
        336,
        0.76,
        L=(490, 606),
        R=(672, 614),
        hl="point",
        hr="flat",
        al=160,
        ar=166,
    )
    d = draw(ONG_PAO.but(eyes="down", tilt=-4, turn=-0.3), 890, 356, 0.76, L=(800, 612), R=(940, 622), hl="point", hr="flat", al=150, ar=168)
    c += (
        a.body
        + b.body
        + d.body
        + table_front(600)
        + "".join(
            g(
                pa("M-90,0L-66,-54L66,-54L90,0Z", P0)
                + pa("M-56,-40h80M-62,-26h110M-66,-14h60", s=I3, w=4)
                + pa("M20,-12q12,-14 18,0t22,-4", s=D7, w=3),
                f"translate({x},{y})",
            )
            for x, y in ((370, 672), (780, 672))
        )
        + paper(590, 656, 1.1)
    )
    c += a.left + a.right + b.left + b.right + d.left + d.right + pa("M404,638L382,574M778,634L806,568", s=I9, w=7)
    c += (
        cup(560, 752, 1.1)
        + cup(650, 748, 1.1)
        + g(
            pa("M-50,-10Q-50,-60 0,-62Q50,-60 50,-10Q40,6 0,6Q-40,6 -50,-10Z", P0)
            + pa("M10,-62Q50,-60 50,-10Q40,6 10,6Q34,-30 10,-62Z", P3)
            + pa("M-48,-26q-34,-4 -40,-30", s=P0, w=11)
            + pa("M48,-40q34,2 26,26q-6,14 -28,8", s=P0, w=8)
            + el(0, -64, 12, 8, I7)
            + bro(-48, -32, 96, 14),
            "translate(470,740)",
        )
    )
    return svg(1200, 800, P2, c)


@pic
def contest():
    """Startup contest: a team on the stage, the judges in front."""
    c = (
        rc(0, 0, 1200, 800, I9)
        + pa("M200,0L40,560L420,560Z", C3, e='opacity=".12"')
        + pa("M1000,0L780,560L1160,560Z", C3, e='opacity=".12"')
        + rc(150, 70, 900, 330, I7, 4)
        + rc(150, 70, 900, 330, "none", 4, f'stroke="{I5}" stroke-width="8"')
    )
    c += (
        star(270, 150, 14, C5)
        + rc(430, 130, 360, 26, P0, 6)
        + rc(480, 174, 260, 14, I3, 5)
        + rc(860, 120, 140, 120, L7, 8)
        + pa("M930,220V160M930,186Q900,186 900,154Q930,154 930,186Q934,156 964,150Q966,184 930,190", s=P0, w=7)
        + bro(150, 372, 900, 28)
    )
    c += pa("M60,500L1140,500L1260,640L-60,640Z", W5) + rc(-60, 640, 1320, 26, W7) + pa("M60,500L1140,500L1150,512L50,512Z", TOPL)
    a = stand(
        EM_VY.but(age="young", wear="jacket", top=D7, under=P0, mouth="open", turn=0.3, gaze=0.6, bottom=I9),
        500,
        600,
        0.33,
        L=(448, 420),
        R=(548, 388),
        hl="open",
        hr="fist",
        al=200,
        ar=-110,
        ol=-1,
    )
    b = stand(
        ANH_TU.but(turn=-0.3, gaze=-0.6, wear="vest", top=I5, under=P0, bottom=W9),
        650,
        600,
        0.34,
        L=(620, 470),
        R=(684, 470),
        hl="grip",
        hr="grip",
        al=-10,
        ar=190,
    )
    c += (
        el(500, 604, 60, 9, W9, 'opacity=".5"')
        + el(650, 604, 60, 9, W9, 'opacity=".5"')
        + str(a)
        + rc(540, 372, 12, 34, INK, 5)
        + el(546, 368, 11, 12, STEEL)
        + b.body
        + rc(624, 446, 54, 48, L7, 3)
        + rc(634, 458, 34, 18, P0, 2)
        + b.left
        + b.right
    )
    c += (
        rc(760, 470, 90, 120, P0, 3)
        + rc(810, 470, 40, 120, P2, 3)
        + "".join(jar(784 + k * 40, 472, 32, 46, (TURMERIC, "#C98A2B")[k], 0.8, (W7, D7)[k], label=False) for k in range(2))
    )
    people = (CO_HA, Person(sex="m", age="old", hair="receding", top=I3), Person(hair="bun", top=L5), Person(sex="m", hair="part", top=D5))
    for x, p in zip((220, 470, 730, 980), people):
        c += str(draw(p, x, 640, 0.62, back=True))
    c += rc(60, 764, 1080, 60, W7) + rc(40, 752, 1120, 16, W5, 4) + rc(40, 752, 1120, 5, TOPL, 3)
    c += "".join(
        g(rc(-34, -44, 68, 44, P0, 3) + rc(-20, -34, 40, 8, C5, 3) + rc(-24, -20, 48, 6, I3, 3), f"translate({x},754)") for x in (345, 600, 855)
    )
    return svg(1200, 800, P2, c)


@pic
def nightmarket():
    """Night market with lanterns."""
    c = (
        rc(0, 0, 1200, 800, I9)
        + el(950, 150, 56, 56, C1)
        + el(950, 150, 82, 82, C3, 'opacity=".15"')
        + "".join(
            el(x, y, 2.6, 2.6, P0, 'opacity=".8"')
            for x, y in ((80, 60), (220, 130), (370, 50), (520, 110), (690, 60), (800, 120), (1090, 70), (1140, 190), (150, 210), (620, 170))
        )
    )
    c += (
        hill(ridge(310, 60, 15), "#22305A")
        + hill(ridge(380, 40, 19), "#1B2748")
        + tiled_house(30, 520, 220, 110, "#4A2A38", "#33415F")
        + tiled_house(960, 520, 210, 110, "#4A2A38", "#33415F")
    )
    c += rc(0, 510, 1200, 300, "#2B2B45") + hill([(-60, 620), (600, 590), (1260, 620)], "#3A3550")
    c += pa("M-20,150Q200,270 420,210T820,220T1230,150", s=INK, w=4)
    for i, (x, y) in enumerate(((60, 188), (200, 226), (340, 222), (500, 208), (640, 222), (780, 224), (920, 220), (1080, 190))):
        col = (D5, C5, L5, M5)[i % 4]
        c += (
            el(x, y + 40, 60, 56, C3, 'opacity=".13"')
            + rc(x - 12, y + 4, 24, 8, W7)
            + el(x, y + 40, 27, 29, col)
            + el(x - 9, y + 38, 9, 24, mix(col, P0, 0.5), 'opacity=".8"')
            + rc(x - 10, y + 66, 20, 7, W7)
            + pa(f"M{x},{y+74}v18", s=D3, w=4)
        )
    c += el(600, 560, 420, 190, C3, 'opacity=".16"')
    c += rc(250, 300, 14, 380, W7) + rc(936, 300, 14, 380, W7) + rc(262, 330, 676, 290, "#5B3B2E") + el(600, 400, 330, 120, C3, 'opacity=".28"')
    a = draw(CHI_HONG.but(turn=0.3, gaze=0.6), 420, 436, 0.48, L=(386, 560), R=(500, 540), hl="flat", hr="open", al=20, ar=-30)
    b = draw(
        ONG_PAO.but(eyes="down", turn=-0.2, top=L5, wear="apron", under=P1),
        740,
        436,
        0.48,
        L=(690, 556),
        R=(784, 560),
        hl="relax",
        hr="flat",
        al=170,
        ar=160,
    )
    c += a.body + b.body
    n, w = 10, 74
    c += "".join(
        pa(f"M{270+i*66},262L{270+(i+1)*66},262L{230+(i+1)*w},340L{230+i*w},340Z", (D7, P1)[i % 2])
        + pa(f"M{230+i*w},340h{w}v12a{w/2},{w/2} 0 0 1 -{w},0Z", (D7, P1)[i % 2])
        for i in range(n)
    )
    c += rc(210, 560, 780, 20, W5, 4) + rc(210, 560, 780, 7, C3, 3) + rc(226, 580, 748, 160, W9) + bro(226, 592, 748, 34)
    c += (
        "".join(hong(x, y, 26) for x, y in ((290, 534), (336, 536), (312, 502)))
        + a.left
        + a.right
        + g(
            pa("M-46,-4Q-40,-50 0,-50Q40,-50 46,-4Q30,6 0,6Q-30,6 -46,-4Z", STEEL) + el(0, -50, 44, 10, GREY) + el(0, -50, 34, 7, C3),
            "translate(630,556)",
        )
        + pa("M616,490q-10,-22 4,-40q12,-20 0,-40M644,486q-10,-22 4,-40q10,-18 2,-34", s=P0, w=6, e='opacity=".35"')
        + b.left
        + b.right
        + jar(850, 562, 46, 66, TURMERIC, 0.8, W7)
        + jar(904, 562, 40, 56, "#C98A2B", 0.8, D7)
    )
    for x, p, s, kw in (
        (172, Person(hair="tail", top=M5, skin="fair", pattern="flowers", turn=0.5, bottom=I7), 0.35, {}),
        (258, EM_NAM.but(top=I3, pattern="stripes", turn=0.5), 0.27, dict(R=(306, 650), hr="point", ar=-30)),
        (918, Person(sex="m", hair="crew", top=L5, skin="sun", pattern="checks", turn=-0.5, bottom=W9), 0.375, dict(L=(866, 606), hl="relax", al=-140)),
        (1032, BA_NONG.but(top=I5, turn=-0.5), 0.315, {}),
        (1112, Person(hair="bun", top=D5, skin="tan", pattern="dots", turn=-0.4, bottom=M7), 0.34, {}),
    ):
        f = stand(p, x, 792, s, back=True, **kw)
        c += el(x, 790, 60, 9, INK, 'opacity=".45"') + (f.left if "L" in kw else "") + (f.right if "R" in kw else "") + f.body
        c += ("" if "L" in kw else f.left) + ("" if "R" in kw else f.right)
    return svg(1200, 800, I9, c)


@pic
def delivery():
    """Delivery motorbike on a mountain road."""
    c = (
        flat_hills(31, 280, (260, 190, 80))
        + hill(ridge(400, 40, 33), "#4F7F86")
        + mist(430, 5)
        + hill([(-60, 470), (200, 430), (520, 500), (800, 470), (1260, 380)], L5)
        + pa("M1260,430Q900,470 840,520Q800,560 1260,600L1260,560Q960,540 980,520Q1020,480 1260,460Z", GREY)
    )
    c += house(120, 480, 0.36, cloth=False) + tree(90, 484, 100) + tree(1090, 424, 120) + tree(1160, 410, 150)
    c += hill([(-60, 600), (500, 586), (1260, 600)], L7) + "".join(leaf(x, 612, 60, 14, -90 + (x * 7) % 50 - 25, L9, L5) for x in range(20, 1200, 74))
    c += (
        rc(0, 616, 1200, 184, "#8F939C")
        + rc(0, 616, 1200, 10, P0)
        + "".join(rc(x, 700, 110, 9, P0, 4) for x in range(-30, 1200, 210))
        + "".join(rc(x, 560, 22, 62, P0) + rc(x, 574, 22, 14, D7) for x in (60, 360, 860, 1140))
        + rc(0, 784, 1200, 20, L9)
    )
    p = ANH_TU.but(hat="helmet", hatc=C5, turn=0.6, gaze=0.8, wear="jacket", top=L7, under=P0, bottom=I9, mouth="smile")
    c += el(590, 752, 240, 16, INK, 'opacity=".3"')
    f = draw(
        p,
        556,
        296,
        0.56,
        L=(650, 508),
        R=(634, 500),
        hl="fist",
        hr="fist",
        al=10,
        ar=6,
        lean=9,
        ol=-0.5,
        orr=0.3,
        pose=((190, 30), (140, 196), (206, 40), (160, 200)),
    )
    c += f.right + motorbike(590, 750, 1.1) + parcel(390, 606, 150, 130, "#C79B66", P2, 0.16) + bro(390, 520, 150, 24) + f.body + f.left
    return svg(1200, 800, "#F8EFDF", c)


@pic
def coldstore():
    """Cold store with crates of fruit."""
    c = (
        rc(0, 0, 1200, 800, I1)
        + pa("".join(f"M{k*110},0V560" for k in range(12)), s=I2, w=4)
        + rc(0, 560, 1200, 240, I2)
        + rc(0, 556, 1200, 8, I3)
        + rc(380, 50, 440, 100, P0, 10)
        + rc(660, 50, 160, 100, P2, 10)
        + "".join(
            el(480 + k * 120, 100, 40, 40, I3) + el(480 + k * 120, 100, 32, 32, I7) + pa(f"M{480+k*120},68v64M{448+k*120},100h64", s=I3, w=10)
            for k in range(3)
        )
        + pa("M430,160q-20,40 0,70M600,160q-20,50 0,90M770,160q-20,40 0,70", s=P0, w=8, e='opacity=".8"')
    )

    def crate(x, y, w, kind, col):
        h = w * 0.42
        s = "".join(
            (
                hong(x + w * (0.14 + 0.18 * k), y - h - 2, w * 0.1)
                if kind == 0
                else el(x + w * (0.14 + 0.18 * k), y - h - 2, w * 0.1, w * 0.1, ("#E2B63C", L3)[kind - 1])
            )
            for k in range(5)
        )
        return (
            s
            + rc(x, y - h, w, h, col, 4)
            + rc(x, y - h, w * 0.3, h, P0, 4, 'opacity=".18"')
            + "".join(rc(x + w * (0.06 + 0.31 * k), y - h * 0.7, w * 0.25, h * 0.42, mix(col, INK, 0.3), 4) for k in range(3))
        )

    for j in range(4):
        c += crate(60, 690 - j * 104, 210, j % 3, (I5, L5, D5, I5)[j]) + crate(920, 690 - j * 104, 210, (j + 1) % 3, (L5, D5, I5, L5)[j])
    for j in range(2):
        c += crate(290, 700 - j * 104, 210, (j + 2) % 3, (D5, I5)[j])
    f = stand(
        CHI_MAI.but(face="round", skin="tan", hat="net", hair="pulled", wear="jacket", top=D5, under=D9, turn=-0.2, eyes="open", bottom=I9),
        660,
        770,
        0.62,
        L=(566, 540),
        R=(756, 540),
        hl="grip",
        hr="grip",
        al=20,
        ar=160,
    )
    c += el(660, 778, 130, 14, I9, 'opacity=".3"') + f.body + crate(560, 610, 200, 0, L7) + f.left + f.right + bro(560, 590, 200, 16)
    k = ""
    k += (
        rc(520, 250, 70, 96, P0, 8)
        + rc(530, 262, 50, 34, I9, 4)
        + pa("M555,272v14M548,276l14,8M562,276l-14,8", s=I3, w=3)
        + el(540, 322, 8, 8, L5)
        + el(566, 322, 8, 8, C5)
    )
    return svg(1200, 800, I1, c + g(k, "translate(-190,0)"))


@pic
def mushrooms():
    """Mushroom house: hanging bags and a grower."""
    c = (
        rc(0, 0, 1200, 800, "#DCD5C0")
        + pa("M0,0H1200V150Q600,40 0,150Z", L1)
        + pa("M0,150Q600,40 1200,150", s=P0, w=8)
        + rc(0, 600, 1200, 200, "#B9A27C")
    )
    for x0 in (40, 820):
        for j in range(3):
            y = 280 + j * 150
            c += rc(x0, y, 340, 12, W5) + rc(x0, y, 340, 4, TOPL)
            for k in range(4):
                bx = x0 + 44 + k * 84
                c += rc(bx - 32, y - 84, 64, 84, P0, 12) + rc(bx + 8, y - 84, 24, 84, P2, 12) + rc(bx - 18, y - 94, 36, 16, I3, 5)
                c += "".join(
                    mushroom(bx + dx, y - 40 + dy, r, ("#B8A58A", GREY, "#C9B79C")[(k + j) % 3])
                    for dx, dy, r in ((-20, 0, 20), (14, 10, 24), (-4, -18, 15))
                )
        c += rc(x0 - 6, 150, 14, 520, W7) + rc(x0 + 332, 150, 14, 520, W7)
    f = stand(
        BA_NHUNG.but(age="middle", turn=-0.3, eyes="down", tilt=-5, wear="apron", top=L7, under=P1, skin="sun", hat="khan", hairc=INK),
        600,
        786,
        0.63,
        L=(528, 440),
        R=(674, 440),
        hl="grip",
        hr="grip",
        al=24,
        ar=156,
    )
    c += (
        el(600, 790, 120, 14, W9, 'opacity=".3"')
        + f.body
        + g(
            "".join(
                mushroom(x, y, r, col)
                for x, y, r, col in (
                    (540, 540, 34, GREY),
                    (600, 530, 38, "#B8A58A"),
                    (660, 540, 34, "#C9B79C"),
                    (570, 514, 26, "#C9B79C"),
                    (630, 512, 26, GREY),
                )
            )
            + basket(602, 556, 100, 70)
            + bro(522, 580, 160, 18),
            "translate(0,-112)",
        )
        + f.left
        + f.right
    )
    return svg(1200, 800, P2, c)


@pic
def herbs():
    """Herbal medicine: jars, drawers, a mortar."""
    c = rc(0, 0, 1200, 800, W7) + rc(80, 60, 1040, 470, W9)
    for j in range(3):
        for k in range(5):
            x, y = 96 + k * 206, 76 + j * 150
            if j == 1 and k in (1, 2, 3):
                c += (
                    rc(x, y, 196, 140, "#2E2018")
                    + jar(x + 54, y + 138, 76, 104, (L5, D5, "#C98A2B")[k - 1], 0.76, W5, label=False)
                    + jar(x + 144, y + 138, 66, 90, ("#E2B63C", L3, D9)[k - 1], 0.7, D7, label=False)
                )
            else:
                c += (
                    rc(x, y, 196, 140, W5, 4)
                    + rc(x, y, 70, 140, TOPL, 4, 'opacity=".5"')
                    + rc(x + 62, y + 30, 72, 38, P1, 3)
                    + rc(x + 76, y + 46, 44, 6, I3, 3)
                    + el(x + 98, y + 104, 13, 13, C7)
                )
    c += rc(-10, 560, 1220, 250, W5) + rc(-10, 560, 1220, 14, TOPL) + bro(-10, 700, 1220, 40)
    c += pa("M400,560Q600,520 800,560L830,640Q600,690 370,640Z", P0) + pa("M600,540Q720,540 800,560L830,640Q720,664 600,668Z", P2)
    c += "".join(leaf(470 + k * 22, 616 - (k % 3) * 12, 70, 16, -150 + k * 37, (L7, L5)[k % 2], L3) for k in range(8)) + "".join(
        el(680 + (k % 5) * 22, 590 + (k // 5) * 20, 12, 8, (D5, C7)[k % 2]) for k in range(14)
    )
    c += g(
        pa("M20,-150L60,-230", s=P3, w=22)
        + pa("M-92,-110L92,-110Q88,-20 44,0L-44,0Q-88,-20 -92,-110Z", GREY)
        + pa("M20,-110L92,-110Q88,-20 44,0L10,0Q50,-40 20,-110Z", STEEL)
        + el(0, -110, 92, 18, P2)
        + el(0, -110, 76, 12, L7),
        "translate(240,640)",
    )
    c += g(
        pa("M0,-180V0M-110,-160L110,-160", s=C7, w=9)
        + pa("M-110,-160L-150,-70M-110,-160L-70,-70M110,-160L70,-90M110,-160L150,-90", s=C7, w=3)
        + pa("M-156,-70Q-110,-30 -64,-70Z", C5)
        + pa("M64,-90Q110,-50 156,-90Z", C5)
        + rc(-50, -10, 100, 14, C7, 5)
        + el(0, -182, 12, 12, C5)
        + leaf(-130, -72, 50, 12, -20, L7, L5),
        "translate(980,640)",
    )
    return svg(1200, 800, W7, c)


@pic
def still():
    """Rice-wine still over the fire."""
    c = (
        room("#A98C5E", "#B99A6C", 580)
        + "".join(rc(k * 60, 0, 56, 580, ("#C9AE80", "#BFA273")[k % 2]) for k in range(20))
        + window(80, 100, 240, 250, 5, W9)
    )
    c += (
        pa("M300,720Q290,560 350,550L650,550Q710,560 700,720Z", "#8A5A3C")
        + pa("M560,550L650,550Q710,560 700,720L600,720Q620,600 560,550Z", W9)
        + pa("M410,720Q410,620 500,620Q590,620 590,720Z", INK)
        + pa("M440,720Q430,670 470,640Q470,670 490,660Q490,630 520,620Q520,660 548,664Q570,690 560,720Z", C5)
        + pa("M470,720Q468,690 496,674Q500,692 520,690Q534,704 530,720Z", C1)
        + pa("M360,740L560,700M440,744L640,712", s=W7, w=20)
    )
    c += shaded(
        "M360,556Q340,440 390,410L610,410Q660,440 640,556Z",
        "#B4682F",
        pa("M560,400L660,400L660,560L600,560Q610,460 560,400Z", "#7D421A") + pa("M340,400L420,400Q370,470 390,560L340,560Z", "#D08A4C"),
    ) + rc(380, 396, 240, 22, "#D08A4C", 8)
    c += shaded(
        "M400,398Q420,280 500,270Q580,280 600,398Z",
        W5,
        pa("M540,270L600,270L600,400L570,400Q570,320 540,270Z", W7) + pa("M400,398Q410,330 440,290Q430,350 440,398Z", TOPL),
    ) + bro(396, 372, 208, 22)
    c += (
        pa("M520,292Q700,260 800,380L900,470", s="#D08A4C", w=24)
        + pa("M520,286Q700,254 800,372L900,462", s="#E3A074", w=7)
        + pa("M480,262q-16,-30 4,-56q14,-24 -2,-54M520,262q-14,-26 4,-48q14,-22 2,-50", s=P0, w=9, e='opacity=".6"')
    )
    c += shaded(
        "M820,440H1040L1024,640H836Z",
        W7,
        rc(990, 440, 60, 210, W9) + rc(820, 440, 50, 210, W5) + rc(820, 480, 220, 10, STEEL) + rc(820, 590, 220, 10, STEEL),
    ) + el(930, 442, 110, 22, "#9DB3D3")
    c += (
        pa("M836,600L770,636", s="#D08A4C", w=14)
        + pa("M768,640v34", s=I2, w=5)
        + bottle(768, 770, 76, 100, L1, P0, W7).replace("x", "x")
        + bottle(900, 772, 70, 150, L5, P0, D7)
        + bottle(984, 772, 70, 150, L7, P1, C7)
        + bottle(1066, 772, 64, 136, L5, P0, D7)
    )
    c += basket(160, 640, 110, 100) + pa("M60,642Q160,570 262,642Z", P0) + pa("M60,642Q120,590 170,606Q120,620 100,642Z", "#FFFFFF")
    return svg(1200, 800, P2, c)


@pic
def nhavanhoa():
    """Village community house on a gathering day."""
    c = (
        flat_hills(71, 270, (930, 170, 74))
        + hill(ridge(390, 30, 79), L5)
        + "".join(tree(x, 560, h) for x, h in ((60, 300), (1140, 330), (1060, 220)))
    )
    c += palm(170, 570, 300, L7, L5, W7, -16) + hill([(-60, 560), (600, 550), (1260, 566)], L3)
    c += (
        tiled_house(290, 580, 620, 170, D7, P1, 1, 4)
        + tiled_house(490, 580, 220, 210, D7, P0, 1, 0)
        + rc(520, 392, 160, 30, L7, 3)
        + star(589, 396, 3, C3)
        + bro(490, 424, 220, 16)
    )
    c += rc(270, 576, 660, 18, GREY) + rc(470, 590, 260, 14, P0) + rc(450, 602, 300, 14, P2)
    c += (
        pa("M210,590V250", s=STEEL, w=8)
        + pa("M214,256Q250,240 290,258Q320,270 350,256L350,316Q320,330 290,318Q250,300 214,316Z", C5)
        + pa("M214,290Q250,276 290,292Q320,304 350,290L350,316Q320,330 290,318Q250,300 214,316Z", C7)
    )
    c += rc(0, 612, 1200, 200, "#DCCCAE") + hill([(-60, 616), (600, 606), (1260, 618)], "#DCCCAE") + hill([(-60, 770), (600, 756), (1260, 774)], L7)
    people = (  # two go in, two talk, an old man and a child come from the left, one waves
        (556, 668, CHI_LAN.but(hair="tail", top=M5, pattern="flowers", skin="tan", turn=-0.4, bottom=I7), 0.185, dict(pose="walk_l", back=True)),
        (646, 664, ANH_TU.but(hair="crew", top=I5, pattern="checks", turn=0.4, bottom=W9), 0.195, dict(pose="walk", back=True)),
        (330, 736, ONG_SAN.but(turn=0.8, gaze=1, eyes="open"), 0.25, dict(pose="walk", L=(298, 640), R=(380, 634), hl="relax", hr="fist", ar=10, orr=0.4)),
        (450, 748, EM_VY.but(turn=-0.7, gaze=-1, mouth="open", hair="bob", top=C7), 0.2, dict(pose="walk", L=(428, 668), R=(492, 606), hl="relax", hr="point", ar=-50, orr=1)),
        (790, 722, CHI_HONG.but(turn=0.8, gaze=1, mouth="open"), 0.24, dict(L=(766, 628), R=(846, 594), hl="relax", hr="open", ar=-40, orr=0.6)),
        (912, 752, ANH_BINH.but(turn=-0.8, pattern="yoke", under=L9, top=L7, wear="shirt"), 0.26, dict(back=True, L=(884, 650), R=(944, 650))),
    )
    for x, y, p, s, kw in people:
        f = stand(p, x, y, s, **kw)
        c += el(x, y, 160 * s, 24 * s, W7, 'opacity=".35"')
        if x == 330:
            c += pa("M396,626L408,736", s=W9, w=6)
        c += f.left + f.right + f.body if kw.get("back") and y < 700 else f.body + f.left + f.right
    return svg(1200, 800, "#F8EFDF", c)


@pic
def rivertown():
    """Bridge and river town among the hills."""
    c = (
        sun(300, 180, 74)
        + hill([(-60, 330), (120, 210), (260, 300), (430, 190), (600, 300), (760, 220), (930, 310), (1090, 200), (1260, 300)], I2)
        + hill([(-60, 400), (160, 320), (330, 390), (520, 310), (720, 390), (900, 320), (1100, 390), (1260, 330)], I3)
        + mist(400, 3)
        + hill([(-60, 460), (200, 410), (460, 460), (760, 420), (1260, 450)], "#4F7F86")
    )
    for i, (x, w, h, rf, wl) in enumerate(
        (
            (30, 90, 60, D7, P1),
            (130, 76, 96, D5, P2),
            (214, 100, 66, I5, P0),
            (322, 80, 110, D7, P1),
            (840, 90, 104, D5, P0),
            (940, 110, 64, D7, P2),
            (1060, 90, 90, I5, P1),
        )
    ):
        c += tiled_house(x, 512, w, h, rf, wl, 0, 2)
    c += "".join(tree(x, 520, h, L7, L5) for x, h in ((10, 90), (112, 70), (418, 110), (460, 80), (800, 100), (1040, 84), (1170, 120)))
    c += (
        rc(0, 510, 1200, 300, "#9DB3D3")
        + rc(0, 510, 1200, 46, "#B9C9E0")
        + pa("M0,510Q220,526 470,512L430,528Q200,548 0,540Z", L7)
        + pa("M1200,510Q980,526 770,512L810,528Q1000,548 1200,540Z", L7)
    )
    r = random.Random(3)
    c += "".join(
        rc(
            r.uniform(-60, 1180),
            540 + i * 7,
            r.uniform(40, 210) * (0.5 + i / 40),
            3 + i * 0.05,
            r.choice((P0, I3, "#86A0C8", "#CBD8EA")),
            1.5,
            'opacity=".7"',
        )
        for i in range(36)
    )
    br = "M-20,590Q600,470 1220,590L1220,622Q600,502 -20,622Z"
    c += "".join(
        pa(f"M{x-26},{y}L{x+26},{y}L{x+34},720L{x-34},720Z", P3)
        + pa(f"M{x+2},{y}L{x+26},{y}L{x+34},720L{x+8},720Z", W5)
        + el(x, 722, 56, 8, I5, 'opacity=".35"')
        for x, y in ((230, 572), (600, 540), (970, 572))
    )
    c += (
        pa("M264,640Q415,520 566,620L566,568L264,590ZM634,620Q785,520 936,640L936,590L634,568Z", P2)
        + pa(br, P0)
        + pa("M-20,606Q600,486 1220,606L1220,622Q600,502 -20,622Z", P3)
    )
    c += pa("".join(f"M{x},{590-240*((x+20)/1240)*(1-(x+20)/1240):.0f}v-28" for x in range(0, 1210, 48)), s=I7, w=5) + pa(
        "M-20,560Q600,440 1220,560", s=I7, w=7
    )
    c += (
        g(motorbike(0, 0, 0.26), "translate(470,536)")
        + tiny(466, 520, 0.26, D7, hat="non")
        + tiny(700, 540, 0.34, I5, hat="non")
        + tiny(740, 544, 0.32, M7)
    )
    c += (
        pa("M330,740Q480,764 640,736Q620,772 570,776L400,776Q350,770 330,740Z", W7)
        + pa("M330,740Q480,764 640,736L636,748Q480,776 336,750Z", W5)
        + tiny(540, 750, 0.5, I7, hat="non", arms="fwd")
        + pa("M516,690L470,790", s=W9, w=6)
        + basket(430, 728, 34, 22)
        + g(bro(0, 0, 120, 12), "translate(380,762)")
    )
    return svg(1200, 800, "#F8EFDF", c + branch_corner(True, seed=9))


@pic
def elder():
    """An old man learns the smartphone from a volunteer."""
    c = flat_hills(91, 250, (920, 150, 66)) + hill(ridge(370, 36, 95), L5) + tree(1120, 560, 260) + tree(60, 560, 240)
    c += hill([(-60, 540), (600, 520), (1260, 544)], L3) + rc(0, 640, 1200, 170, "#D9C5A0") + rc(0, 640, 1200, 10, P0)
    c += (
        rc(150, 60, 22, 600, W7)
        + rc(1040, 60, 22, 600, W7)
        + pa("M60,130L200,20L1010,20L1150,130Z", W7)
        + pa("M60,130L200,20L520,20L440,130Z", "#9A7047", e='opacity=".7"')
        + rc(60, 126, 1090, 14, W9)
    )
    a = stand(
        ONG_SAN.but(eyes="down", turn=0.5, tilt=5, bottom=W9),
        436,
        780,
        0.72,
        L=(400, 600),
        R=(560, 556),
        hl="flat",
        hr="grip",
        al=30,
        ar=-34,
        pose="sit",
        orr=-0.5,
    )
    b = stand(
        ANH_TU.but(eyes="down", turn=-0.5, tilt=-5, wear="shirt", top=I5, under=P0, bottom=I9),
        776,
        780,
        0.72,
        L=(690, 500),
        R=(826, 600),
        hl="point",
        hr="flat",
        al=186,
        ar=150,
        pose="sit",
        ol=0.5,
    )
    c += (
        rc(330, 590, 560, 26, W5, 5)
        + rc(330, 590, 560, 8, TOPL, 4)
        + rc(370, 616, 24, 150, W7)
        + rc(830, 616, 24, 150, W7)
        + b.body
        + a.body
        + bro(330, 616, 560, 20)
    )
    c += b.right + a.left + phone(608, 494, 0.66, 10, "call") + a.right + b.left
    c += cup(1000, 690, 1) + rc(930, 690, 150, 14, W5, 4) + rc(950, 704, 14, 70, W7) + rc(1046, 704, 14, 70, W7) + cup(950, 690, 0.8)
    return svg(1200, 800, "#F8EFDF", c)


# ---------------------------------------------------------------- more products
@pic
def s_matong():
    """Honey."""
    c = rc(0, 590, 800, 210, W5) + rc(0, 590, 800, 9, TOPL) + el(420, 690, 300, 26, W9, 'opacity=".4"')
    c += jar(360, 690, 260, 330, "#D98E1E", 0.86, W7, strip=True) + jar(590, 690, 170, 210, "#E3A31C", 0.86, D7)
    c += g(
        rc(-8, -210, 16, 170, W5, 6)
        + "".join(rc(-34 + abs(k - 2) * 6, -50 + k * 17, 68 - abs(k - 2) * 12, 12, (W5, TOPL)[k % 2], 6) for k in range(5))
        + pa("M-20,40Q0,60 20,40L8,90Q0,100 -8,90Z", C5),
        "translate(170,640) rotate(38)",
    )
    c += "".join(
        pa(f"M{x},{y}l36,21v42l-36,21l-36,-21v-42z", f)
        for x, y, f in ((640, 90, C5), (712, 90, C3), (676, 153, C7), (604, 153, C3), (748, 153, C5), (640, 216, C5))
    )
    return svg(800, 800, "#F6E8C8", c + bee(210, 190, 2.4) + bee(470, 130, 1.7, -1) + bee(330, 250, 1.4))


@pic
def s_tra():
    """Tea: pot, cups, a packet."""
    c = rc(0, 570, 800, 230, W7) + rc(0, 570, 800, 9, TOPL) + el(400, 690, 320, 30, W9, 'opacity=".5"')
    c += (
        rc(470, 250, 220, 420, L9, 6)
        + rc(470, 250, 74, 420, L7, 6)
        + pa("M470,250l18,-30h184l18,30Z", L7)
        + bro(470, 300, 220, 36)
        + rc(506, 370, 148, 140, P0, 70)
        + leaf(580, 494, 96, 24, -52, L7, L5, L9)
        + leaf(580, 494, 96, 24, -128, L7, L5, L9)
        + rc(520, 550, 120, 14, C3, 4)
        + rc(540, 576, 80, 9, P0, 4)
    )
    c += (
        pa("M150,590Q60,570 70,480Q96,500 120,510Z", D7)
        + shaded(
            "M130,670Q100,470 290,460Q480,470 450,670Q440,696 400,696L180,696Q140,696 130,670Z",
            D7,
            pa("M350,440L480,440L480,720L380,720Q430,580 350,440Z", D9) + pa("M100,440L230,450Q150,520 170,720L100,720Z", D5),
        )
        + pa("M440,530Q530,520 520,600Q510,640 440,630", s=D9, w=22)
        + el(290, 462, 88, 18, D9)
        + pa("M206,460Q290,410 374,460Z", D5)
        + el(290, 420, 20, 16, D9)
    )
    c += (
        cup(210, 760, 1.5)
        + cup(420, 770, 1.5)
        + cup(600, 760, 1.4)
        + pa("M270,390q-20,-40 4,-74q20,-32 0,-70M312,392q-16,-36 6,-66q16,-30 2,-60", s=P0, w=12, e='opacity=".7"')
    )
    return svg(800, 800, "#E3E7D2", c)


@pic
def s_ruou():
    """Rice wine: bottles and ears of rice."""
    c = el(400, 360, 300, 300, P1) + rc(0, 620, 800, 180, "#B99A6C") + el(400, 706, 290, 26, W9, 'opacity=".35"')
    c += bottle(300, 704, 150, 470, L7, P0, D7) + bottle(480, 704, 150, 430, "#6B4A35", P1, C7) + bro(225, 560, 150, 26)
    for x, fl in ((620, 1), (700, 1), (110, -1)):
        c += pa(f"M{x},740Q{x+10*fl},520 {x-50*fl},360", s=C7, w=7) + "".join(
            el(
                x - 50 * fl + math.sin(k) * 8 + k * 6 * fl,
                360 + k * 24,
                9,
                16,
                (C5, C3)[k % 2],
                f'transform="rotate({30*fl*(1 if k%2 else -1)},{x-50*fl+k*6*fl},{360+k*24})"',
            )
            for k in range(11)
        )
    c += g(
        pa("M-60,-50L60,-50Q56,0 24,6L-24,6Q-56,0 -60,-50Z", I5) + pa("M10,-50L60,-50Q56,0 24,6L4,6Q34,-10 10,-50Z", I7) + el(0, -50, 60, 12, I1),
        "translate(620,738)",
    ) + g(
        pa("M-60,-50L60,-50Q56,0 24,6L-24,6Q-56,0 -60,-50Z", I5) + pa("M10,-50L60,-50Q56,0 24,6L4,6Q34,-10 10,-50Z", I7) + el(0, -50, 60, 12, I1),
        "translate(160,748)",
    )
    return svg(800, 800, "#E9DFC4", c)


@pic
def s_gao():
    """Sticky rice: sack, bowl, ears."""
    c = rc(0, 600, 800, 200, P3) + rc(0, 600, 800, 8, W5, 0, 'opacity=".4"') + el(400, 706, 310, 26, W7, 'opacity=".35"')
    c += (
        shaded(
            "M190,700Q160,420 230,300L470,300Q540,420 510,700Q350,726 190,700Z",
            "#E6D5AE",
            pa("M420,290L560,290L560,730L440,730Q490,500 420,290Z", "#C9B489")
            + pa("M150,290L270,290Q210,480 240,730L150,730Z", P1, e='opacity=".8"'),
        )
        + pa("M230,300Q210,230 270,216Q350,250 430,216Q490,230 470,300Z", "#D8C494")
        + rc(222, 288, 256, 24, D7, 8)
        + rc(250, 410, 200, 190, P0, 4)
        + bro(250, 410, 200, 32)
        + el(350, 510, 44, 44, C3)
        + pa("M350,550V474M350,500q-20,-4 -24,-24M350,500q20,-4 24,-24M350,524q-20,-4 -24,-24M350,524q20,-4 24,-24", s=C7, w=6)
    )
    c += (
        pa("M500,640Q620,560 740,640Z", P0)
        + pa("M500,640Q560,586 620,590Q570,610 560,640Z", "#FFFFFF")
        + pa("M480,636L760,636Q744,740 680,748L560,748Q496,740 480,636Z", I5)
        + pa("M660,636L760,636Q744,740 680,748L640,748Q690,710 660,636Z", I7)
    )
    for x in (90, 140, 600, 690):
        k0 = -1 if x < 400 else 1
        c += pa(f"M{x},600Q{x},420 {x+60*k0},300", s=C7, w=6) + "".join(
            el(x + (60 - k * 5) * k0, 300 + k * 22, 8, 15, (C5, C3)[k % 2], f'transform="rotate({28 if k%2 else -28},{x+(60-k*5)*k0},{300+k*22})"')
            for k in range(9)
        )
    return svg(800, 800, "#F1E7D3", c)


@pic
def p_tre():
    """Portrait: a pupil with her robot."""
    c = (
        rc(0, 0, 800, 1000, "#DDE8DF")
        + window(70, 90, 270, 320, 6)
        + rc(440, 110, 300, 16, W5)
        + pot(510, 112, 0.9)
        + "".join(rc(590 + k * 34, 112 - h, 26, h, col) for k, (h, col) in enumerate(((80, I5), (66, D5), (90, C5))))
        + rc(0, 700, 800, 300, L3)
    )
    f = draw(
        EM_VY.but(eyes="open", turn=0.2, mouth="open", top=C7, hair="tail", glasses=True),
        396,
        390,
        1.5,
        L=(262, 902),
        R=(548, 902),
        hl="grip",
        hr="grip",
        al=10,
        ar=170,
        H=640,
    )
    c += f.body + g(
        pa("M0,-196V-236", s=STEEL, w=6)
        + el(0, -240, 10, 10, D5)
        + rc(-62, -198, 124, 86, P0, 20)
        + rc(14, -198, 48, 86, P3, 20)
        + rc(-46, -182, 92, 48, I9, 14)
        + el(-20, -158, 11, 11, C5)
        + el(20, -158, 11, 11, C5)
        + rc(-14, -114, 28, 14, STEEL)
        + rc(-54, -102, 108, 74, I5, 12)
        + rc(10, -102, 44, 74, I7, 12)
        + pa("M-18,-62l12,-10l12,6l14,-12", s=C3, w=5)
        + rc(-70, -34, 140, 34, INK, 17)
        + "".join(el(-48 + k * 32, -17, 11, 11, STEEL) for k in range(4)),
        "translate(408,946) scale(1.25)",
    )
    return svg(800, 1000, P1, c + f.left + f.right + rc(0, 944, 800, 60, W5) + bro(-10, 950, 820, 40))


@pic
def p_gia():
    """Portrait: an old basket maker."""
    c = (
        rc(0, 0, 800, 1000, "#EFE0BE")
        + hill(ridge(380, 60, 51, 800, 5), I2)
        + hill(ridge(460, 40, 53, 800, 5), I3)
        + mist(470, 4, 800)
        + hill(ridge(560, 30, 57, 800, 5), L5)
        + "".join(
            rc(30 + k * 52 + (430 if k > 3 else 0), 0, 30, 1000, (L7, L3)[k % 2])
            + pa("".join(f"M{30+k*52+(430 if k>3 else 0)},{90+j*150+k*31%90}h30" for j in range(7)), s=L9, w=5)
            for k in range(7)
        )
    )
    c += "".join(
        leaf(x, y, 120, 20, r, L7, L5) for x, y, r in ((60, 120, 20), (190, 60, 40), (740, 100, 160), (640, 60, 140), (110, 240, 30), (720, 260, 150))
    )
    f = draw(
        ONG_SAN.but(eyes="smile", turn=0.15, wear="cham", top=I7, hat="turban", hatc=I9, hair="receding"),
        400,
        366,
        1.4,
        L=(232, 896),
        R=(568, 896),
        hl="grip",
        hr="grip",
        al=20,
        ar=160,
        H=640,
    )
    c += (
        f.body
        + pa("M260,800Q240,700 200,660M320,790Q310,700 290,640M480,790Q490,700 520,640M540,800Q560,700 610,660", s=C3, w=10)
        + basket(400, 836, 190, 250)
        + bro(300, 896, 200, 40)
    )
    return svg(800, 1000, P1, c + f.left + f.right)
