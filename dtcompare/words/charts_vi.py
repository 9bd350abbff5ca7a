"""Vietnamese: every word and sentence that charts alone say, by key; the same keys as English."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS = {
    # The page
    "chart.tag": "dtcompare · dữ liệu {release} · {as_of}",
    "chart.tag.no-release": "dtcompare · {as_of}",
    "chart.note": "Ghi chú: {text}",
    "chart.source": "Nguồn: {text}",
    "chart.source.none": "không có, vì không có số liệu nào",
    "chart.source.more": "và {n} trang khác",
    "chart.source.more.one": "và 1 trang khác",
    "chart.hidden": "không hiển thị hạng {first} đến {last}",
    "chart.hidden.one": "không hiển thị hạng {first}",
    "chart.rows-hidden": "không hiển thị {n} dòng",
    "chart.rows-hidden.one": "không hiển thị 1 dòng",
    "chart.names": "{label}: {names}",
    # Values
    "chart.value.value": "{number}",
    "chart.value.about": "≈ {number}",
    "chart.value.over": "> {number}",
    "chart.value.nearly": "< {number}",
    "chart.value.at_least": "≥ {number}",
    "chart.value.at_most": "≤ {number}",
    "chart.value.between": "{number}–{upper}",
    "chart.value.rank": "{number}",
    "chart.value.top": "top {number}",
    "chart.by": "{value} ({by})",
    "chart.every": "{value} mỗi năm",
    # Keys
    "chart.key.exact": "số liệu báo cáo",
    "chart.key.reached": "đạt chỉ tiêu của địa phương",
    "chart.key.about": "khoảng (≈)",
    "chart.key.over": "từ mức này trở lên (>, ≥)",
    "chart.key.under": "tối đa mức này (<, ≤)",
    "chart.key.target": "chỉ tiêu của địa phương",
    "chart.key.other": "không xếp hạng, lý do ghi trên thanh",
    "chart.key.place": "thứ hạng đã công bố",
    # Rankings
    "chart.rank.title.first": "{indicator}: {name} dẫn đầu {n} {units} với {figure}",
    "chart.rank.title.season": "{indicator}: {name} dẫn đầu {n} {units} với {figure}, {season}",
    "chart.rank.title.open": (
        "{indicator}: {name} đứng đầu {n} {units} với {figure}, nhưng chưa chắc chắn"
    ),
    "chart.rank.title.shared": "{indicator}: {name} cùng đứng đầu {n} {units}",
    "chart.rank.title.place": "{indicator} {period}: {name} đứng đầu {of} {units}",
    "chart.rank.title.found": "{indicator} {period}: tìm thấy {n}/{of} thứ hạng",
    "chart.rank.title.unranked": "{indicator}: không thể xếp hạng",
    "chart.rank.title.list": "{indicator}: mọi số liệu, không xếp hạng",
    "chart.rank.title.empty": "{indicator}: chưa có số liệu",
    "chart.rank.per.people": "trên 100.000 dân",
    "chart.rank.per.area": "trên 100 km²",
    "chart.rank.of-basis": "{symbol} tính trên {basis}",
    "chart.rank.unlike": "{symbol} tính trên gì, đếm thế nào: xem từng thanh",
    "chart.rank.score-and-place": "Điểm số và thứ hạng như đã công bố",
    "chart.rank.own-target": "Chỉ tiêu",
    "chart.rank.no-score": "chưa có điểm số",
    "chart.rank.count": "{label} ({n})",
    "chart.rank.counted": "Không vẽ: {labels}",
    "chart.rank.more": "{n} số liệu, không vẽ",
    "chart.rank.note.range": (
        "Hai hạng nối bằng gạch ngang: hạng thật nằm trong khoảng đó, vì số liệu là khoảng, trên, "
        "gần hoặc một khoảng giá trị."
    ),
    "chart.rank.note.extensive": "Địa phương lớn hơn thì có nhiều hơn.",
    "chart.rank.note.apart": "Các nhóm được xếp hạng riêng; không so sánh hạng giữa các nhóm.",
    "chart.rank.note.unlike": "Không thể nói số liệu nào hơn số liệu nào.",
    "chart.rank.note.edition": "Thứ hạng như đã công bố, trong {of} {units} của {period}.",
    "chart.rank.alt": "Biểu đồ thanh, mỗi thanh là một {unit}. {measure}. {rows} {lists}",
    "chart.rank.alt.row": "{place} {name} {figure}",
    "chart.rank.alt.unranked": "Biểu đồ thanh không xếp hạng. {measure}. {rows} {lists}",
    # Gaps
    "chart.gap": "còn thiếu",
    # Scorecards
    "chart.scorecard": "bảng điểm",
    # Profile of a province
    "chart.show": "hồ sơ",
    # Side by side
    "chart.compare": "so sánh",
    # Change
    "chart.trend.title.up": "{indicator}: {name} tăng từ {first} ({start}) lên {last} ({end})",
    "chart.trend.title.down": "{indicator}: {name} giảm từ {first} ({start}) xuống {last} ({end})",
    "chart.trend.title.same": "{indicator}: {name} giữ mức {last} ({start} và {end})",
    "chart.trend.title.open": "{indicator}: {name} {first} ({start}), {last} ({end})",
    "chart.trend.title.ahead": (
        "{indicator}: {name} tăng từ hạng {first} ({start}) lên hạng {last} ({end})"
    ),
    "chart.trend.title.back": (
        "{indicator}: {name} tụt từ hạng {first} ({start}) xuống hạng {last} ({end})"
    ),
    "chart.trend.title.kept": "{indicator}: {name} giữ hạng {last} ({start} và {end})",
    "chart.trend.title.parts": "{indicator}: {parts}",
    "chart.trend.title.most.ahead": "{names} tăng {size}",
    "chart.trend.title.most.back": "{names} tụt {size}",
    "chart.trend.title.kept-all": "{indicator}: cả {n} {units} giữ nguyên thứ hạng",
    "chart.trend.title.same-in": "không đổi ở {names}",
    "chart.trend.title.same-all": "không đổi ở cả {n} {units}",
    "chart.trend.title.still": "{indicator}: chưa rõ thay đổi thứ hạng ở {n} {units}",
    "chart.trend.title.up-in": "tăng ở {names}",
    "chart.trend.title.down-in": "giảm ở {names}",
    "chart.trend.title.open-in": "chưa rõ thay đổi ở {names}",
    "chart.trend.title.up-all": "tăng ở cả {n} {units} có hai số liệu so sánh được",
    "chart.trend.title.down-all": "giảm ở cả {n} {units} có hai số liệu so sánh được",
    "chart.trend.title.open-all": "chưa rõ thay đổi ở cả {n} {units}",
    "chart.trend.title.up-some": "tăng ở {n}/{of} {units}",
    "chart.trend.title.down-some": "giảm ở {n}/{of} {units}",
    "chart.trend.title.single": "{indicator}: {name} có một số liệu, {figure} ({period})",
    "chart.trend.title.apart": "{indicator}: chưa nói được mức thay đổi của {names}",
    "chart.trend.title.target": "{indicator}: {names} có chỉ tiêu, chưa có số liệu",
    "chart.trend.title.none": "{indicator}: chưa có số liệu của {names}",
    "chart.trend.title.none.everywhere": (
        "{indicator}: chưa {unit} nào có hai số liệu so sánh được"
    ),
    "chart.trend.places": "thứ hạng trong {of} {units}",
    "chart.trend.places-only": "thứ hạng đã công bố",
    "chart.trend.scores": "điểm số đã công bố",
    "chart.trend.both": "thứ hạng và điểm số đã công bố",
    "chart.trend.score": "điểm số",
    "chart.trend.whole": "toàn {unit}",
    "chart.trend.lanes": "Số liệu không so sánh được với số liệu khác",
    "chart.trend.lane-aim": "Chỉ tiêu; {words}",
    "chart.trend.grey": "Màu xám: {n} {units} khác.",
    "chart.trend.grey.one": "Màu xám: một {unit} khác.",
    "chart.trend.break": "phương pháp mới {year}",
    "chart.trend.break.short": "{year}",
    "chart.trend.merger": "hợp nhất {date}",
    "chart.trend.aim": "chỉ tiêu {value} ({by})",
    "chart.trend.aim.of": "{name}: {target}",
    "chart.trend.key.about": "khoảng (≈)",
    "chart.trend.key.over": "từ mức này trở lên (>, ≥)",
    "chart.trend.key.under": "tối đa mức này (<, ≤)",
    "chart.trend.key.top": "trong top n, không rõ hạng",
    "chart.trend.note.footings": (
        "Chỉ tính thay đổi giữa các số liệu cùng cơ sở tính và cùng phương pháp."
    ),
    "chart.trend.note.editions": (
        "Chỉ so sánh thứ hạng trong cùng một số {units}, không so sánh thứ hạng với điểm số."
    ),
    "chart.trend.note.break": (
        "Phương pháp thay đổi từ năm {years}; không nối số liệu qua lần thay đổi."
    ),
    "chart.trend.note.merger": (
        "Số liệu của {units} cũ dừng ở lần hợp nhất {days}, không phải số liệu của địa phương hiện "
        "nay."
    ),
    "chart.trend.note.dashed": "Nét đứt: có năm ở giữa chưa có số liệu.",
    "chart.trend.note.best": (
        "Có màu: hai mức thay đổi hằng năm tốt nhất và hai mức kém nhất trên mỗi cơ sở tính."
    ),
    "chart.trend.note.size": (
        "Có màu: hai mức thay đổi hằng năm lớn nhất và hai mức nhỏ nhất trên mỗi cơ sở tính."
    ),
    "chart.trend.note.first": "Có màu: năm nơi nêu tên đầu tiên; các nơi khác màu xám.",
    "chart.trend.nothing": "Chưa có số liệu và chỉ tiêu.",
    "chart.trend.nothing.everywhere": (
        "{n} {units} có số liệu nhưng không có hai số liệu so sánh được."
    ),
    "chart.trend.nothing.everywhere.one": (
        "Một {unit} có số liệu nhưng không có hai số liệu so sánh được."
    ),
    "chart.trend.nothing.everywhere.zero": "Chưa có số liệu.",
    "chart.trend.alt": "Biểu đồ đường theo thời gian. {title}. {measure} {rows}.",
    "chart.trend.alt.lanes": "Từng số liệu trên trục thời gian. {title}. {measure} {rows}.",
    "chart.trend.alt.row": "{name}: {figures}",
    "chart.trend.alt.figure": "{figure} ({period})",
    "chart.trend.alt.aim": "{name}: chỉ tiêu {target} ({by})",
    "chart.trend.alt.more": "{n} đường khác",
    "chart.trend.alt.more.one": "1 đường khác",
    # Places over time
    "chart.bump.title.none": "{indicator}: chưa có thứ hạng",
    "chart.bump.nothing": "Chưa có thứ hạng đã công bố.",
    "chart.bump.rank-of": "hạng trong {of}",
    "chart.bump.note.below": "Không hiển thị các hạng sau {place}/{of}.",
    "chart.bump.alt": (
        "Thứ hạng theo thời gian, mỗi đường là một {unit}. {title}. {measure} {rows}. {lists}"
    ),
    # Composite score
    "chart.score": "điểm số",
    # Tile map
    "chart.map": "bản đồ ô",
    # Reports
    "chart.reporting": "báo cáo",
    # All at once
    "chart.all": "mọi biểu đồ",
}
