"""Portraits of the second set, first half. 800 x 1000; the upper 800 must stand alone."""

from .base import *
from .brocade import bro
from .figures import Person, draw
from .props import *
from .scenes import pic
from .things import *


@pic
def p_det():
    """Grandmother at her loom."""
    c = rc(0, 0, 800, 1000, "#EFE4CF") + planks(800, 30, 1000) + window(120, 120, 200, 270, 3)
    c += "".join(hank(x, 158, col, h) for x, col, h in ((540, I5, 150), (604, C5, 128), (666, D5, 160))) + rc(500, 146, 216, 16, W7, 8) + rc(500, 146, 216, 6, W5, 3)
    c += rc(0, 760, 800, 240, P3)
    p = Person(hat="khan", age="old", face="long", skin="sun", wear="cham", top=I7, hair="pulled", hairc="#C3C6CC", turn=-0.15, tilt=-2)
    f = draw(p, 400, 326, 1.36, L=(238, 742), R=(566, 748), hl="flat", hr="grip", al=24, ar=168, H=620)
    c += f.body
    lm = pa("M112,736L150,736L74,1050L-46,1050Z", W7) + pa("M112,736L124,736L0,1050L-46,1050Z", W5) + pa("M650,736L688,736L846,1050L726,1050Z", W7)
    lm += rc(100, 716, 600, 32, W7, 10) + rc(100, 716, 600, 11, TOPL, 5)
    cloth = "M238,732L562,732L584,850L216,850Z"
    lm += shaded(
        cloth,
        I7,
        rc(200, 732, 400, 8, C5) + bro(200, 752, 400, 64) + rc(200, 826, 400, 8, D5) + rc(200, 840, 400, 6, P0) + pa("M500,700L620,700L620,900L540,900Z", INK, e='opacity=".25"'),
    )
    # warp, reed and heddle cords
    lm += pa("M216,880L584,880L663,1050L137,1050Z", P1) + pa("".join(f"M{222+k*14.8:.0f},880L{145+k*21:.0f},1050" for k in range(25)), s=C7, w=2.4)
    lm += rc(200, 850, 400, 44, "#E9D9B4") + pa("".join(f"M{206+k*9.7:.0f},852v40" for k in range(41)), s=W7, w=2)
    lm += "".join(rc(120, y, 560, 18, W7, 7) + rc(120, y, 560, 6, W5, 3) for y in (842, 892))
    c += g(lm, "translate(0,-34)")
    c += pa("M140,90V816M660,90V816", s=W9, w=5)
    for x in (46, 722):
        c += rc(x, 60, 34, 940, W7) + rc(x, 60, 12, 940, W5)
    c += rc(20, 66, 760, 30, W7, 6) + rc(20, 66, 760, 10, TOPL, 5)
    shuttle = pa("M430,806Q490,774 600,790Q616,796 600,806Q510,836 430,806Z", TOPL) + pa("M430,806Q490,774 600,790Q500,790 430,806Z", P2) + pa("M476,804Q520,794 566,800", s=C5, w=7)
    return svg(800, 1000, P1, c + g(shuttle, "translate(0,-34)") + f.left + f.right)


@pic
def p_ong():
    """Beekeeper, the veil of his hat turned up."""
    c = hill(ridge(380, 60, 61, 800, 5), I2) + hill(ridge(450, 44, 65, 800, 5), I3) + mist(450, 6, 800) + hill(ridge(520, 30, 69, 800, 5), L5)
    c += "".join(tree(x, 600, h) for x, h in ((40, 300), (130, 210), (770, 320), (660, 200)))
    c += hill([(-60, 590), (400, 570), (860, 596)], L3) + hill([(-60, 740), (400, 720), (860, 750)], "#A9CB95")
    c += hive(104, 690, 1.7, I3) + bro(12, 596, 184, 24) + hive(716, 676, 1.5, C3)
    p = Person(sex="m", age="middle", face="broad", skin="brown", hair="short", wear="shirt", top=P0, eyes="open", turn=-0.2, gaze=-0.2, mouth="open")
    s, x, y = 1.38, 404, 336
    f = draw(p, x, y, s, L=(220, 716), R=(586, 710), hl="grip", hr="grip", al=2, ar=178, H=640)
    hat = (
        pa("M-158,-44Q-110,-80 -72,-84Q-66,-142 0,-144Q66,-142 72,-84Q110,-80 158,-44Q90,-62 0,-64Q-90,-62 -158,-44Z", P2)
        + pa("M8,-144Q66,-142 72,-84Q110,-80 158,-44Q100,-60 34,-63Q48,-100 8,-144Z", P3)
        + pa("M-73,-86Q0,-104 73,-86", s=D5, w=11)
        + pa("M-136,-58Q-104,-128 -40,-146Q0,-158 44,-146Q106,-126 136,-58Q70,-92 0,-94Q-70,-92 -136,-58Z", I7, e='opacity=".36"')
        + pa("M-120,-66Q-60,-140 0,-150M-84,-78Q-40,-134 20,-150M-40,-88Q0,-128 60,-138M10,-92Q50,-116 92,-116M120,-66Q60,-140 0,-150M84,-78Q40,-134 -20,-150", s=I9, w=1.8, e='opacity=".35"')
        + pa("M-137,-58Q-70,-94 0,-96Q70,-94 137,-58", s=I9, w=5)
    )
    t = f"translate({x},{y+33}) scale({s})"
    c += f.body + g(hat, t) + comb_frame(404, 716, 322, 310) + f.left + f.right
    c += "".join(bee(bx, by, z, fl) for bx, by, z, fl in ((150, 470, 1.9, 1), (640, 500, 1.6, -1), (90, 330, 1.4, 1), (700, 380, 1.2, -1), (480, 800, 1.3, 1), (340, 850, 1.3, -1)))
    return svg(800, 1000, "#F8EBCB", c)


@pic
def p_nam():
    """Mushroom grower with her basket."""
    c = rc(0, 0, 800, 1000, "#DCD5C0") + pa("M0,0H800V110Q400,20 0,110Z", L1) + pa("M0,110Q400,20 800,110", s=P0, w=8)
    for x0, w in ((-20, 280), (560, 280)):
        for j in range(4):
            y = 290 + j * 164
            c += rc(x0, y, w, 14, W5) + rc(x0, y, w, 5, TOPL)
            for k in range(3):
                bx = x0 + 48 + k * 92
                c += rc(bx - 37, y - 104, 74, 104, P0, 14) + rc(bx + 8, y - 104, 29, 104, P2, 14) + rc(bx - 20, y - 116, 40, 18, (I3, L5)[(j + k) % 2], 5)
                if (j + k) % 2:
                    c += tuft(bx - 2, y - 46, 24, OYSTER[(j + k // 2) % 3])
                else:
                    c += "".join(el(bx + dx, y - dy, 3.4, 3.4, P3) for dx, dy in ((-20, 70), (-6, 40), (-22, 24), (4, 76)))
        px = x0 + (w - 14 if x0 < 100 else 0)
        c += rc(px, 120, 16, 880, W7) + rc(px, 120, 6, 880, W5)
    p = Person(hat="band", hatc=D5, hair="lowbun", age="middle", face="round", skin="tan", wear="apron", top=L7, under=P0, eyes="open", turn=0.2, gaze=0.2, mouth="open")
    f = draw(p, 400, 352, 1.4, L=(228, 838), R=(574, 838), hl="grip", hr="grip", al=20, ar=160, H=640)
    c += f.body
    c += "".join(
        oyster(x, y, r, rot, OYSTER[k % 3], k in (0, 1, 4))
        for k, (x, y, r, rot) in enumerate(
            ((286, 786, 58, -48), (520, 786, 58, 48), (318, 752, 64, -30), (480, 754, 64, 34), (398, 726, 66, 2), (286, 830, 64, -34), (516, 832, 64, 36), (356, 826, 70, -14), (444, 826, 70, 16))
        )
    )
    c += basket(402, 792, 198, 240) + bro(322, 870, 160, 40) + f.left + f.right
    return svg(800, 1000, P1, c)


@pic
def p_che():
    """Tea picker, basket on his back."""
    c = sun(640, 190, 76, C5, "#F6CF78") + hill(ridge(330, 56, 11, 800, 5), I2) + hill(ridge(400, 44, 15, 800, 5), I3) + mist(400, 9, 800) + hill(ridge(450, 30, 19, 800, 5), "#4F7F86")
    for k, (y, t, n) in enumerate(((500, 26, 30), (548, 34, 26), (610, 42, 22), (690, 52, 18), (790, 62, 16))):
        c += tea_row(y, 14, (L7, L5)[k % 2], (L5, L3)[k % 2], n, t, k + 1)
    gui = "".join(leaf(-110 + k * 24, 6, 70 + k % 3 * 14, 18, -118 + k * 6, (L7, L5)[k % 2], (L5, L3)[k % 2]) for k in range(10)) + basket(0, 0, 140, 330) + bro(-128, 50, 256, 36)
    p = Person(sex="m", age="young", face="long", skin="sun", hair="part", wear="shirt", top=D5, eyes="open", turn=-0.25, gaze=-0.5, tilt=-2)
    f = draw(p, 372, 350, 1.38, L=(250, 770), R=(552, 690), hl="fist", hr="fist", al=-36, ar=184, H=640)
    c += g(gui, "translate(540,486) rotate(9)") + f.body
    for d in ("M296,562Q300,650 262,730", "M462,560Q466,650 500,740"):
        c += pa(d, s=W7, w=26) + pa(d, s=W5, w=9, e='transform="translate(-6,0)"')
    c += tea_tip(286, 742, 1.25, -20) + tea_tip(298, 744, 1.2, 18) + tea_tip(292, 748, 1.35, 0) + f.right + f.left
    c += tea_row(930, 14, L9, L7, 14, 74, 6)
    return svg(800, 1000, "#FBEBC6", c)
