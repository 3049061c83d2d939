"""Sixteen more pictures, first part. The rest is imported at the foot."""

from .scenes import *
from .things_more import *

CHI_DAO = Person(age="young", face="round", skin="sun", hair="lowbun", wear="shirt", top=L5, under=P0, eyes="open")
ANH_KHOA = Person(sex="m", age="middle", face="long", skin="tan", hair="short", wear="jacket", top=M7, under=P1, eyes="open", glasses=True)
CHI_NGAN = Person(age="middle", face="heart", skin="fair", hair="bob", wear="suit", top=I7, under=P0, eyes="open")


@pic
def night_class():
    """Evening class: five grown-ups round a table, each with a phone."""
    c = room("#E7D6B4", "#B99A6C", 560) + rc(0, 0, 1200, 560, W9, 0, 'opacity=".1"')
    c += el(600, 330, 560, 330, C3, 'opacity=".22"') + el(600, 330, 400, 250, C1, 'opacity=".4"')
    c += night_window(84, 96, 200, 260) + rc(366, 60, 468, 260, W5, 6) + rc(380, 74, 440, 232, L9) + pa("M380,74H560L470,306H380Z", L7, e='opacity=".4"')
    c += rc(420, 100, 74, 130, "none", 10, f'stroke="{P0}" stroke-width="5"') + qr_code(438, 122, 40, 3).replace(INK, P0) + pa("M440,196h36", s=C3, w=6)
    c += pa("M520,164H566M552,150L568,164L552,178", s=C3, w=6)
    c += "".join(el(612, 122 + k * 44, 8, 8, (C5, D3, L3)[k]) + pa(f"M636,{122+k*44}h{(130,96,116)[k]}", s=P0, w=7, e='opacity=".85"') for k in range(3))
    c += rc(420, 264, 120, 8, L5, 4) + rc(366, 320, 468, 14, W7, 3) + rc(560, 312, 50, 8, P0, 3) + rc(630, 312, 34, 8, C3, 3)
    c += board(916, 230, 200) + "".join(rc(940 + k * 24, 230 - h, 20, h, q, 2) for k, (h, q) in enumerate(((80, I5), (70, D5), (86, C7), (74, L5)))) + pot(1076, 232, 0.8)
    a = draw(CHI_DAO.but(eyes="down", tilt=4, turn=0.3), 400, 380, 0.58, L=(368, 556), R=(446, 532), hl="flat", hr=None, al=14)
    b = draw(ONG_SAN.but(eyes="down", tilt=-2, turn=-0.2), 600, 362, 0.58, L=(560, 548), R=(664, 566), hl=None, hr="flat", ar=168)
    d = draw(ANH_LUC.but(eyes="open", turn=-0.7, gaze=-1, top=I5, mouth="open", wear="tee"), 800, 376, 0.59, L=(756, 540), R=(852, 560), hl=None, hr="flat", ar=166)
    c += a.body + b.body + d.body
    top = "M236,566Q600,536 964,566L1070,716L130,716Z"
    c += shaded(top, W5, pa("M236,566Q600,536 964,566L968,578Q600,548 232,578Z", TOPL) + pa("M0,610Q600,580 1200,610M0,656Q600,628 1200,656M0,700H1200", s=W7, w=3, e='opacity=".5"'))
    c += rc(124, 714, 952, 24, W7, 4) + rc(160, 738, 880, 70, W9)
    for f, (x, y, r), k in ((a, (472, 522, 8), "hr"), (b, (540, 530, -8), "hl"), (d, (736, 522, -6), "hl")):
        c += f.left + f.right + phone_back(x, y, 0.36, r)
    for p, x, y, r in ((CHI_DAO, 450, 536, -20), (ONG_SAN, 562, 546, -160), (ANH_LUC, 758, 538, -164)):
        c += g(hand("grip", p.tones, 1 if abs(r) < 90 else -1), f"translate({x},{y}) rotate({r}) scale(.55)")
    c += paper(636, 640, 0.9, 2) + g(pen(0, 0, 200), "translate(600,668) rotate(-8) scale(.42)") + cup(520, 650, 0.8) + cup(704, 626, 0.74, I2)
    m = draw(BA_NONG.but(turn=0.5, tilt=4, hatc=I9), 316, 520, 0.7, L=(300, 700), R=(420, 664), hl=None, hr="grip", ar=-70, orr=0.8, back=True)
    n = draw(CHI_LAN.but(turn=-0.5, hair="bun", top=D5, pattern="dots", tilt=-4), 892, 524, 0.7, L=(782, 664), R=(940, 700), hl="grip", hr=None, al=-110, ol=-0.8, back=True)
    c += m.right + n.left
    for p, (hx, hy, ha), (px, py, pr), (tx, ty, ta), ui, fl in ((BA_NONG, (434, 684, -76), (436, 628, 8), (404, 672, -48), "list", -1), (CHI_LAN, (780, 684, -104), (776, 626, -8), (808, 670, 228), "scan", 1)):
        c += g(hand("grip", p.tones, fl), f"translate({hx},{hy}) rotate({ha}) scale(.6)") + phone(px, py, 0.46, pr, ui)
        c += g(rc(0, -9, 34, 17, p.tones[0], 8) + rc(20, -6, 12, 8, p.tones[2], 4), f"translate({tx},{ty}) rotate({ta}) scale(.8)")
        c += "".join(g(rc(-14, -7, 20, 13, p.tones[0 if k else 2], 6), f"translate({px-fl*(24+k*2)},{py+6+k*14}) rotate({pr}) scale({-fl},1)") for k in range(3))
    c += m.left + n.right + m.body + n.body
    c += lamp(600, 8, D7)
    return svg(1200, 800, P2, c + g(bro(0, 0, 460, 12), "translate(370,60)"))


@pic
def ledger():
    """The account book open on a wooden table."""
    c = rc(0, 0, 1200, 800, "#EADFC8") + window(120, 20, 300, 236, 7) + board(620, 216, 420)
    c += jar(690, 216, 60, 90, TURMERIC, 0.8, W7, label=False) + jar(764, 216, 50, 70, "#C98A2B", 0.8, D7, label=False) + rc(820, 130, 72, 86, L7, 3) + rc(820, 130, 24, 86, L5, 3) + rc(834, 152, 44, 28, P0, 2)
    c += pot(968, 218, 0.95, I5)
    c += rc(0, 300, 1200, 500, W5) + rc(0, 300, 1200, 12, TOPL) + pa("M0,312H1200V800H900Z", W7, e='opacity=".16"')
    c += pa("M0,372Q600,366 1200,374M0,448Q500,456 1200,446M0,540Q700,530 1200,544M0,640Q400,648 1200,636M0,744Q600,736 1200,748", s=W7, w=3, e='opacity=".5"')
    c += pa("M330,402h40M980,486h60M90,590h50M1060,690h44", s=W7, w=3, e='opacity=".5"')
    c += pa("M214,716L262,352L940,352L1004,716Z", INK, e='opacity=".2" transform="translate(14,16)"')
    c += pa("M196,712L256,340Q600,326 938,340L1000,712Q600,726 196,712Z", I7) + pa("M196,712Q600,726 1000,712L1002,724Q600,740 194,724Z", I9)
    lp, rp = Sheet(425, 340, 326, 386, 352, -22), Sheet(767, 340, 326, 386, 352, 22)
    for s, side in ((lp, 0), (rp, 1)):
        for k in (3, 2, 1):
            c += g(s.quad(0, 0, 1, 1, P3 if k % 2 else P2), f"translate({(-1 if side == 0 else 1)*k*3},{k*3})")
        c += s.quad(0, 0, 1, 1, P0)
        c += s.quad(0.72, 0, 1, 1, P1, 'opacity=".9"') if side == 0 else s.quad(0, 0, 0.1, 1, P2)
        if side == 0:
            c += s.quad(0.92, 0, 1, 1, P2)
        c += s.quad(0.07, 0.06, 0.4, 0.1, I7) + s.quad(0.66, 0.065, 0.93, 0.095, I3)
        c += s.quad(0.07, 0.15, 0.93, 0.205, I1 if side == 0 else L1)
        n = 11
        for k in range(n):
            v = 0.205 + k * 0.062
            c += s.line(0.07, v, 0.93, v, I2, 2)
        for u in (0.2, 0.62, 0.78):
            c += s.line(u, 0.15, u, 0.205 + 10 * 0.062, I3 if u != 0.2 else D3, 2.6)
        r = random.Random(4 + side)
        rows = 9 if side == 0 else 6
        for k in range(rows):
            v = 0.205 + k * 0.062 + 0.022
            c += s.quad(0.095, v, 0.165, v + 0.02, I3) + s.quad(0.23, v, 0.23 + r.uniform(0.16, 0.34), v + 0.02, I9)
            paid = r.random() < 0.42
            u = 0.64 if not paid else 0.8
            c += s.quad(u + r.uniform(0.0, 0.03), v, u + 0.115, v + 0.02, D7 if paid else L7)
        if side == 0:
            c += s.line(0.5, 0.85, 0.93, 0.85, I9, 3) + s.quad(0.5, 0.872, 0.6, 0.896, I9) + s.quad(0.64, 0.868, 0.755, 0.9, L7) + s.quad(0.8, 0.868, 0.915, 0.9, D7) + s.line(0.62, 0.925, 0.93, 0.925, I9, 3)
    c += pa("M588,340Q596,334 604,340L612,694Q600,702 588,694Z", P3) + pa("M596,337V697", s=W5, w=3)
    c += clip("M0,0H1200V800H0Z", g(bro(0, -14, 150, 28), "translate(648,686) rotate(84)"))
    c += pen(742, 566, 250, -24, D7)
    c += el(158, 546, 82, 18, INK, 'opacity=".18"') + tea_glass(150, 544, 1.02) + steam(150, 420, 0.8, 0.8)
    c += calculator(1050, 560, 1.0, 4)
    return svg(1200, 800, P2, c)


def label_roll(x, y, s=1):
    o = el(0, 0, 92, 92, P0) + pa("M0,-92A92,92 0 0 1 58,71Q40,-20 0,-92Z", P3) + "".join(f'<circle r="{r}" fill="none" stroke="#CDB58A" stroke-width="3"/>' for r in (76, 60, 46)) + el(0, 0, 34, 34, W5) + el(0, 0, 22, 22, W9)
    return g(o, f"translate({x},{y}) scale({s})")


@pic
def label_printer():
    """A label printer with its ribbon of square codes, and jars that wear them."""
    c = room("#EDE4D0", P3, 560) + window(80, 70, 230, 260, 6, W7) + board(430, 180, 660)
    for k, (x, w, h, q, lid) in enumerate(((490, 62, 92, TURMERIC, W7), (566, 52, 74, "#C98A2B", D7), (880, 56, 84, "#E2B63C", D7), (950, 62, 96, "#C98A2B", W7), (1030, 52, 72, TURMERIC, I7))):
        c += jar(x, 180, w, h, q, 0.8, lid, label=False)
    c += label_roll(676, 126, 0.56) + label_roll(768, 126, 0.56)
    c += rc(-10, 590, 1220, 220, W5) + rc(-10, 590, 1220, 14, TOPL) + pa("M0,640H1200M0,690H1200", s=W7, w=3, e='opacity=".45"') + bro(-10, 730, 1220, 36)
    # the printer
    c += el(380, 594, 250, 16, INK, 'opacity=".22"')
    c += pa("M238,330Q246,290 290,288L470,288Q520,290 528,330L536,430L230,430Z", I1, e='opacity=".95"') + label_roll(384, 366, 0.78)
    c += pa("M238,330Q246,290 290,288L350,288L310,430L230,430Z", P0, e='opacity=".4"') + pa("M470,288Q520,290 528,330L536,430L490,430Q500,350 470,288Z", I3, e='opacity=".4"')
    c += shaded("M196,436Q196,418 214,418L546,418Q566,418 568,438L584,572Q584,592 564,592L208,592Q190,592 190,572Z", I7, pa("M190,418H290L250,592H190Z", I5, e='opacity=".6"') + pa("M500,418L590,418V600H540Q550,500 500,418Z", I9))
    c += rc(232, 452, 120, 70, I9, 8) + rc(242, 460, 100, 54, L1, 4) + qr_code(250, 466, 42, 12) + rc(302, 472, 32, 7, L7, 3) + rc(302, 486, 24, 6, L5, 3)
    c += el(256, 556, 13, 13, L5) + el(294, 556, 13, 13, C5) + rc(324, 546, 60, 18, I5, 8)
    c += rc(410, 474, 156, 26, INK, 8) + rc(418, 492, 144, 12, "#0F1930", 4)
    # the ribbon of labels
    base, c = c, pa("M420,486L556,486Q580,520 590,556Q600,600 660,606L1010,622L1030,700L640,690Q500,684 478,600Q468,540 420,486Z", INK, e='opacity=".18" transform="translate(0,10)"')
    c += pa("M420,486L556,486Q576,520 586,556Q596,596 656,602L640,686Q500,680 476,596Q464,536 420,486Z", C1)
    c += pa("M420,486L556,486Q576,520 586,556Q590,580 606,590L560,640Q490,640 476,596Q464,536 420,486Z", P2)
    c += pa("M650,601L1010,616L1046,702L632,686Z", C1) + pa("M1010,616L1046,702L1054,700L1018,614Z", P3)
    c += g(rc(-46, -38, 92, 76, P0, 5) + qr_code(-30, -30, 60, 12), "translate(514,540) matrix(.92,.04,.34,.92,0,0)")
    for k, x in enumerate((706, 826, 946)):
        c += g(rc(-46, -40, 92, 80, P0, 5) + qr_code(-31, -31, 62, 12), f"translate({x},{644+k*5}) matrix(1,.045,.26,.82,0,0)")
    c2 = el(770, 594, 190, 12, INK, 'opacity=".18"')
    for x, w, h, q, lid in ((690, 124, 190, TURMERIC, W7), (830, 140, 236, "#C98A2B", D7), (972, 116, 170, "#E2B63C", I7)):
        c2 += jar(x, 598, w, h, q, 0.82, lid, label=False) + rc(x - w * 0.33, 598 - h * 0.66, w * 0.66, w * 0.66 + 22, P0, 5) + qr_code(x - w * 0.25, 598 - h * 0.66 + w * 0.08, w * 0.5, 12) + rc(x - w * 0.25, 598 - h * 0.66 + w * 0.66 + 2, w * 0.5, 8, I9, 3)
    return svg(1200, 800, P2, base + c2 + c)


@pic
def photo_corner():
    """A corner to photograph goods: white sweep, lamps, a phone on a tripod."""
    c = room("#E3E6DC", P3, 610) + rc(0, 0, 1200, 610, L1, 0, 'opacity=".25"') + board(892, 200, 220)
    c += jar(934, 200, 46, 66, "#C98A2B", 0.8, D7, label=False) + rc(968, 138, 46, 62, L7, 3) + rc(968, 138, 15, 62, L5, 3) + rc(979, 154, 26, 18, P0, 2) + pot(1062, 202, 0.8, I5)
    c += rc(150, 560, 900, 26, W5, 5) + rc(150, 560, 900, 9, TOPL, 4) + rc(176, 586, 848, 230, W7) + rc(176, 586, 848, 14, W9, 0, 'opacity=".45"') + pa("M176,650H1024M176,700H1024M176,750H1024", s=W9, w=3, e='opacity=".35"') + bro(176, 612, 848, 28)
    # the sweep
    c += rc(330, 90, 14, 480, STEEL) + rc(796, 90, 14, 480, STEEL) + rc(310, 84, 520, 20, I9, 10)
    c += pa("M356,96H784V440Q786,520 824,582L316,582Q354,520 356,440Z", P0) + pa("M620,96H784V440Q786,520 824,582L560,582Q640,520 620,440Z", P1) + pa("M356,440Q354,520 316,582H824Q786,520 784,440Q760,500 570,500Q380,500 356,440Z", P0, e='opacity=".7"')
    c += el(560, 548, 150, 14, P3) + jar(550, 552, 190, 260, "#D98E1E", 0.84, W7, strip=False) + pa("M468,330Q500,300 520,302L500,540H474Z", P0, e='opacity=".22"')
    c += g("".join(pa("M0,-26L23,-13L23,13L0,26L-23,13L-23,-13Z", q, e=f'transform="translate({x},{y})"') for x, y, q in ((0, 0, C5), (46, 0, C3), (23, -39, C5), (-23, -39, C7))), "translate(386,534)")
    c += leaf(660, 552, 90, 20, -34, L7, L5, L9) + leaf(676, 554, 70, 16, -8, L7, L5, L9)
    # soft box on the left, disc lamp on the right
    c += pa("M200,240L470,330L420,560L330,560Z", C1, e='opacity=".35"')
    c += rc(146, 300, 12, 500, INK) + pa("M152,740L90,800M152,740L214,800", s=INK, w=10)
    c += g(pa("M-60,-104L60,-76L60,76L-60,104Z", I9) + pa("M60,-90L84,-96L84,96L60,90Z", P0) + pa("M-60,-104L60,-76L60,-30L-60,-40Z", I7) + el(84, 0, 12, 96, C1), "translate(152,270) rotate(12)")
    # the phone on its tripod, its screen towards us
    c += pa("M880,470L826,800M880,470L884,800M880,470L946,800", s=INK, w=15) + pa("M876,470L822,800", s=I7, w=5) + rc(862, 420, 36, 70, I9, 8) + el(880, 486, 24, 12, STEEL)
    scr = rc(-118, -62, 236, 124, I9, 16) + rc(-106, -53, 200, 106, P0, 6) + rc(-106, 14, 200, 39, P2, 3) + jar(-12, 42, 62, 82, "#D98E1E", 0.84, W7) + pa("M-92,-26v-16h16M66,-42h16v16M82,26v16h-16M-76,42h-16v-16", s=L5, w=5) + el(105, 0, 7, 7, D5)
    c += rc(836, 404, 88, 26, STEEL, 6) + g(scr, "translate(880,350) rotate(-3) scale(1.12)")
    return svg(1200, 800, P2, c)


from . import scenes_more_b, scenes_more_c, scenes_more_d  # noqa: E402,F401
