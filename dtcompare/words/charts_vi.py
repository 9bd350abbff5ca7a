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
    "chart.trend": "thay đổi",
    # Places over time
    "chart.bump": "thứ hạng theo thời gian",
    # Composite score
    "chart.score": "điểm số",
    # Tile map
    "chart.map.title.span": "{indicator}: từ {low} ({last}) đến {high} ({first})",
    "chart.map.title.between": "{indicator}: từ {low} đến {high} ở {n} {units}",
    "chart.map.title.same": "{indicator}: {figure} ở cả {n} {units}",
    "chart.map.places": "Hạng trên {of}",
    "chart.map.place": "Thứ hạng đã công bố trong {of} {units}",
    "chart.map.unlike": "{symbol}; tính trên gì, đếm thế nào: xem chú giải",
    "chart.map.figures": "Số liệu",
    "chart.map.count": "địa phương",
    "chart.map.key.silent": "chưa có số liệu",
    "chart.map.key.hidden": "không hiển thị",
    "chart.map.apart": "không so sánh được",
    "chart.map.no-place": "có điểm, chưa rõ hạng",
    "chart.map.other-group": "xếp hạng riêng",
    "chart.map.other-season": "xếp hạng riêng: {season}",
    "chart.map.of-period": "số liệu {period}",
    "chart.map.figures-list": "Số liệu: {figures}.",
    "chart.map.note.diagram": "Sơ đồ ô, không phải bản đồ địa giới: mỗi {unit} một ô bằng nhau.",
    "chart.map.note.classes": "Các mức có số {units} gần bằng nhau, chia theo số liệu đã nêu.",
    "chart.map.note.bare": "Ô không đủ chỗ cho số liệu; hãy xem trên trang rộng hơn.",
    "chart.map.note.signs": "{signs}.",
    "chart.map.sign.about": "≈ khoảng",
    "chart.map.sign.over": "> trên",
    "chart.map.sign.nearly": "< gần",
    "chart.map.sign.at_least": "≥ từ mức này trở lên",
    "chart.map.sign.at_most": "≤ tối đa",
    "chart.map.note.short": "{short} là {name}.",
    "chart.map.note.unplaced": "Không có ô: {names}.",
    "chart.map.note.undrawn": "Mỗi ô chỉ ghi một số liệu; còn {n} số liệu không vẽ.",
    "chart.map.note.undrawn.one": "Mỗi ô chỉ ghi một số liệu; còn 1 số liệu không vẽ.",
    "chart.map.alt": "Bản đồ ô, mỗi {unit} một ô bằng nhau. {measure}. {lists}",
    "chart.map.alt.row": "{name} {figure}",
    # Reports
    "chart.reporting": "báo cáo",
    # All at once
    "chart.all": "mọi biểu đồ",
}
