"""The 63 provinces before July 2025: which of them bordered on land, and where they lay."""

from __future__ import annotations

_NAMES = """
ha-giang: cao-bang tuyen-quang yen-bai lao-cai
cao-bang: tuyen-quang bac-kan lang-son
lao-cai: yen-bai lai-chau
bac-kan: lang-son thai-nguyen tuyen-quang
lang-son: thai-nguyen bac-giang quang-ninh
tuyen-quang: thai-nguyen vinh-phuc phu-tho yen-bai
yen-bai: phu-tho son-la lai-chau
thai-nguyen: bac-giang ha-noi vinh-phuc
phu-tho: son-la hoa-binh ha-noi vinh-phuc
bac-giang: ha-noi bac-ninh hai-duong quang-ninh
quang-ninh: hai-duong hai-phong
lai-chau: dien-bien son-la
dien-bien: son-la
son-la: hoa-binh thanh-hoa
hoa-binh: ha-noi ha-nam ninh-binh thanh-hoa
ha-noi: vinh-phuc ha-nam hung-yen bac-ninh
bac-ninh: hung-yen hai-duong
hai-duong: hai-phong thai-binh hung-yen
hai-phong: thai-binh
hung-yen: thai-binh ha-nam
thai-binh: nam-dinh ha-nam
ha-nam: nam-dinh ninh-binh
nam-dinh: ninh-binh
ninh-binh: thanh-hoa
thanh-hoa: nghe-an
nghe-an: ha-tinh
ha-tinh: quang-binh
quang-binh: quang-tri
quang-tri: hue
hue: da-nang quang-nam
da-nang: quang-nam
quang-nam: quang-ngai kon-tum
quang-ngai: kon-tum gia-lai binh-dinh
kon-tum: gia-lai
gia-lai: binh-dinh phu-yen dak-lak
binh-dinh: phu-yen
phu-yen: dak-lak khanh-hoa
dak-lak: khanh-hoa lam-dong dak-nong
dak-nong: lam-dong binh-phuoc
khanh-hoa: lam-dong ninh-thuan
lam-dong: ninh-thuan binh-thuan dong-nai binh-phuoc
ninh-thuan: binh-thuan
binh-thuan: dong-nai ba-ria-vung-tau
binh-phuoc: dong-nai binh-duong tay-ninh
dong-nai: ba-ria-vung-tau ho-chi-minh binh-duong
tay-ninh: binh-duong ho-chi-minh long-an
binh-duong: ho-chi-minh
ho-chi-minh: ba-ria-vung-tau long-an tien-giang
long-an: tien-giang dong-thap
tien-giang: ben-tre vinh-long dong-thap
ben-tre: vinh-long tra-vinh
tra-vinh: vinh-long soc-trang
vinh-long: soc-trang hau-giang can-tho dong-thap
dong-thap: can-tho an-giang
an-giang: can-tho kien-giang
kien-giang: can-tho hau-giang bac-lieu ca-mau
can-tho: hau-giang
hau-giang: soc-trang bac-lieu
soc-trang: bac-lieu
bac-lieu: ca-mau
"""
# Every pair once. Names are those of the time: "ho-chi-minh" is former/ho-chi-minh.
BORDERS = frozenset(
    frozenset((one, other))
    for line in _NAMES.strip().splitlines()
    for one, _, others in [line.partition(": ")]
    for other in others.split()
)

# Degrees north of their middle, to about a tenth of a degree.
_DEGREES = """
ha-giang 22.75, cao-bang 22.75, lao-cai 22.35, lai-chau 22.3, bac-kan 22.25, tuyen-quang 22.1,
lang-son 21.85, yen-bai 21.75, dien-bien 21.7, thai-nguyen 21.65, vinh-phuc 21.35,
bac-giang 21.35, phu-tho 21.3, quang-ninh 21.25, son-la 21.2, bac-ninh 21.1, ha-noi 21.0,
hai-duong 20.9, hai-phong 20.8, hung-yen 20.8, hoa-binh 20.7, ha-nam 20.55, thai-binh 20.5,
nam-dinh 20.25, ninh-binh 20.2, thanh-hoa 20.05, nghe-an 19.2, ha-tinh 18.3, quang-binh 17.55,
quang-tri 16.75, hue 16.35, da-nang 16.05, quang-nam 15.55, quang-ngai 15.0, kon-tum 14.65,
binh-dinh 14.1, gia-lai 13.8, phu-yen 13.15, dak-lak 12.8, khanh-hoa 12.3, dak-nong 12.2,
binh-phuoc 11.75, ninh-thuan 11.7, lam-dong 11.65, tay-ninh 11.4, binh-duong 11.2, dong-nai 11.1,
binh-thuan 11.05, ho-chi-minh 10.75, long-an 10.7, ba-ria-vung-tau 10.55, dong-thap 10.5,
an-giang 10.5, tien-giang 10.4, ben-tre 10.1, vinh-long 10.1, can-tho 10.1, kien-giang 10.0,
tra-vinh 9.8, hau-giang 9.8, soc-trang 9.55, bac-lieu 9.3, ca-mau 9.05
"""
LATITUDES = {
    id: float(degrees)
    for item in _DEGREES.replace("\n", " ").split(",")
    for id, degrees in [item.split()]
}
