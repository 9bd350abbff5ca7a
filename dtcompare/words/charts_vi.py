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
    "chart.rank.subtitle": "{parts}.",
    "chart.rank.title.first": "{indicator}: {name} dẫn đầu {n} {units} với {figure}",
    "chart.rank.title.season": "{indicator}: {name} dẫn đầu {n} {units} với {figure}, {season}",
    "chart.rank.title.open": (
        "{indicator}: {name} đứng đầu {n} {units} với {figure}, nhưng chưa chắc chắn"
    ),
    "chart.rank.title.shared": "{indicator}: {names} cùng đứng đầu {n} {units}",
    "chart.rank.title.place": "{indicator} {period}: {name} đứng đầu {of} {units}",
    "chart.rank.title.found": "{indicator} {period}: tìm thấy {n}/{of} thứ hạng",
    "chart.rank.title.unranked": "{indicator}: không thể xếp hạng",
    "chart.rank.title.list": "{indicator}: mọi số liệu, không xếp hạng",
    "chart.rank.title.empty": "{indicator}: chưa có số liệu",
    "chart.rank.per.people": "trên 100.000 dân",
    "chart.rank.per.area": "trên 100 km²",
    "chart.rank.of-basis": "{symbol} tính trên {basis}",
    "chart.rank.unlike": "{symbol} tính trên gì, đếm thế nào: xem từng thanh",
    "chart.rank.own-target": "Chỉ tiêu",
    "chart.rank.country-target": "{name}: chỉ tiêu {value} ({by})",
    "chart.rank.places-axis": "hạng trên {of}",
    "chart.rank.no-score": "chưa có điểm số",
    "chart.rank.more": "{n} số liệu, không vẽ",
    "chart.rank.note.range": (
        "Hai hạng nối bằng gạch ngang: hạng thật nằm trong khoảng đó, vì số liệu là khoảng, trên, "
        "gần hoặc một khoảng giá trị."
    ),
    "chart.rank.note.extensive": "Địa phương lớn hơn thì có nhiều hơn.",
    "chart.rank.note.apart": "Các nhóm được xếp hạng riêng; không so sánh hạng giữa các nhóm.",
    "chart.rank.note.unlike": "Không thể nói số liệu nào hơn số liệu nào.",
    "chart.rank.note.edition": "Thứ hạng như đã công bố, trong {of} {units} của {period}.",
    "chart.rank.alt": "Biểu đồ thanh, mỗi thanh là một {unit}. {title}. {measure}. {rows} {lists}",
    "chart.rank.alt.row": "{place} {name} {figure}",
    "chart.rank.alt.unranked": "Biểu đồ thanh không xếp hạng. {title}. {measure}. {rows} {lists}",
    # Gaps
    "chart.gap": "còn thiếu",
    # Scorecards
    "chart.scorecard": "bảng điểm",
    # Profile of a province
    "chart.footing.basis": "{symbol} tính trên {basis}",
    "chart.footing.no-basis": "{symbol}, không nêu tính trên gì",
    "chart.togo.met": "đạt",
    "chart.togo.short": "chưa đạt",
    "chart.togo.unclear": "chưa rõ",
    "chart.togo.other_basis": "không so được",
    "chart.togo.basis_unstated": "không so được",
    "chart.togo.ended": "đã kết thúc",
    "chart.show.title.compared": (
        "{name}: {n} nội dung có số liệu, {compared} nội dung so được với địa phương khác"
    ),
    "chart.show.title.compared.one": (
        "{name}: một nội dung có số liệu, so được với địa phương khác"
    ),
    "chart.show.title.all": "{name}: {n} nội dung có số liệu, đều so được với địa phương khác",
    "chart.show.title.alone": (
        "{name}: {n} nội dung có số liệu, chưa nội dung nào so được với địa phương khác"
    ),
    "chart.show.title.alone.one": (
        "{name}: một nội dung có số liệu, chưa so được với địa phương khác"
    ),
    "chart.show.title.targets": "{name}: {n} chỉ tiêu, chưa có số liệu",
    "chart.show.title.targets.one": "{name}: một chỉ tiêu, chưa có số liệu",
    "chart.show.title.rankings": "{name} trong {n} bảng xếp hạng quốc gia",
    "chart.show.title.rankings.one": "{name} trong một bảng xếp hạng quốc gia",
    "chart.show.title.empty": "{name}: chưa có thông tin",
    "chart.show.subtitle": "Đơn vị, cách tính và thời điểm của mỗi số liệu ghi dưới tên nội dung.",
    "chart.show.targets": "{n} chỉ tiêu: {counts}.",
    "chart.show.targets.one": "1 chỉ tiêu: {counts}.",
    "chart.show.empty": "Chưa tìm thấy số liệu, chỉ tiêu hay thứ hạng quốc gia nào.",
    "chart.show.list.figures": "Số liệu khác ({n}): {text}.",
    "chart.show.list.targets": "Chỉ tiêu chưa có số liệu đi kèm ({n}): {text}.",
    "chart.show.list.more": "Không vẽ {n} dòng khác: dtcompare show {id}",
    "chart.show.list.more.one": "Không vẽ 1 dòng khác: dtcompare show {id}",
    "chart.show.list.places": "Không hiển thị thứ hạng trong {n} bảng xếp hạng quốc gia khác.",
    "chart.show.list.places.one": "Không hiển thị thứ hạng trong 1 bảng xếp hạng quốc gia khác.",
    "chart.show.aim": "Còn thiếu",
    "chart.show.placed": "{text}; hạng {place}",
    "chart.show.aimed": "{text}; chỉ tiêu {aim}",
    "chart.show.places": "Xếp hạng quốc gia, thứ hạng trong {of}",
    "chart.show.key.other": "địa phương khác, cùng cách tính",
    "chart.show.note.own-line": (
        "Dòng có vạch riêng không phải tỷ lệ phần trăm: thang riêng bắt đầu từ 0, kết thúc ở "
        "số lớn nhất của dòng."
    ),
    "chart.show.note.place": "Hạng trong các địa phương có số liệu cùng cách tính.",
    "chart.show.note.older": "Không vẽ {n} số liệu cũ hơn cùng loại.",
    "chart.show.note.older.one": "Không vẽ 1 số liệu cũ hơn cùng loại.",
    "chart.show.note.targets": "Không vẽ {n} chỉ tiêu khác.",
    "chart.show.note.targets.one": "Không vẽ 1 chỉ tiêu khác.",
    "chart.show.note.scores": "{n} bảng xếp hạng khác chỉ có điểm, không có thứ hạng.",
    "chart.show.note.scores.one": "1 bảng xếp hạng khác chỉ có điểm, không có thứ hạng.",
    "chart.show.alt": (
        "Biểu đồ dải, mỗi dòng là một số liệu, cạnh số liệu so được của địa phương khác. "
        "{title}. {rows}."
    ),
    "chart.show.alt.row": "{name}: {figure}",
    # One figure of a province
    "chart.detail.title": "{indicator}, {name}: {figure}, {period}",
    "chart.detail.title.rejected": "{indicator}, {name}: chưa có số liệu dùng được",
    "chart.detail.title.targets": "{indicator}, {name}: {n} chỉ tiêu, chưa có số liệu",
    "chart.detail.title.targets.one": "{indicator}, {name}: một chỉ tiêu, chưa có số liệu",
    "chart.detail.title.none": "{indicator}, {name}: chưa có số liệu",
    "chart.detail.order": "Mọi số liệu đã công bố, mới trước cũ sau.",
    "chart.detail.figures": "Số liệu",
    "chart.detail.targets": "Chỉ tiêu",
    "chart.detail.relatives": "Số liệu của {units} cũ, không tính chung",
    "chart.detail.by": "đến {by}",
    "chart.detail.every": "mỗi năm, đến {by}",
    "chart.detail.togo": "còn thiếu {size}",
    "chart.detail.score": "điểm {score}",
    "chart.detail.places": "hạng trong {of}",
    "chart.detail.key.range": "khoảng giá trị có thể",
    "chart.detail.key.rejected": "không dùng",
    "chart.detail.key.doubtful": "không dùng để so sánh",
    "chart.detail.alt": "Biểu đồ dải, mọi dòng đã công bố, mới trước cũ sau. {title}. {rows}.",
    # Side by side
    "chart.compare.title.one": "{name} dẫn trước {other} ở {count}/{n} số liệu cùng cách tính",
    "chart.compare.title.one.one": "{name} dẫn trước {other} ở số liệu duy nhất cùng cách tính",
    "chart.compare.title.several": "{leads} trong {n} số liệu cùng cách tính",
    "chart.compare.title.several.one": "{leads} số liệu cùng cách tính",
    "chart.compare.title.open": "{names}: chưa rõ ai dẫn trước ở {n} số liệu cùng cách tính",
    "chart.compare.title.open.one": (
        "{names}: chưa rõ ai dẫn trước ở số liệu duy nhất cùng cách tính"
    ),
    "chart.compare.title.apart": "{names}: {n} nội dung chung, không nội dung nào cùng cách tính",
    "chart.compare.title.apart.one": "{names}: một nội dung chung, không cùng cách tính",
    "chart.compare.title.nothing": "{names}: không có nội dung chung nào có số liệu",
    "chart.compare.title.empty": "{names}: chưa có số liệu",
    "chart.compare.lead": "{name} dẫn trước ở {count}",
    "chart.compare.lead.next": "{name} ở {count}",
    "chart.compare.subtitle": "Đơn vị, cách tính và thời điểm ghi dưới tên nội dung.",
    "chart.compare.alone": "{name} {n}",
    "chart.compare.only": "Số nội dung chỉ một địa phương có số liệu: {text}.",
    "chart.compare.only-places": "Số bảng xếp hạng quốc gia chỉ có một địa phương: {text}.",
    "chart.compare.brief": "{text}; {n} số liệu khác",
    "chart.compare.counted": "{label} ({n})",
    "chart.compare.places": "Không hiển thị {n} bảng xếp hạng quốc gia có nhiều địa phương.",
    "chart.compare.places.one": "Không hiển thị 1 bảng xếp hạng quốc gia có nhiều địa phương.",
    "chart.compare.key.spread": "một nửa ở giữa của các địa phương khác, kèm trung vị",
    "chart.compare.note.bold": "Chữ đậm: chắc chắn dẫn trước.",
    "chart.compare.note.extensive": "Địa phương lớn hơn thì có nhiều hơn.",
    "chart.compare.alt": "Biểu đồ điểm so sánh các {units}. {title}. {rows}.",
    # Change
    "chart.trend": "thay đổi",
    # Places over time
    "chart.bump": "thứ hạng theo thời gian",
    # Composite score
    "chart.score": "điểm số",
    # Tile map
    "chart.map": "bản đồ ô",
    # Reports
    "chart.reporting": "báo cáo",
    # All at once
    "chart.all": "mọi biểu đồ",
}
