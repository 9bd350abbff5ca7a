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
    "chart.show": "hồ sơ",
    # Side by side
    "chart.compare": "so sánh",
    # Change
    "chart.trend": "thay đổi",
    # Places over time
    "chart.bump": "thứ hạng theo thời gian",
    # Composite score
    "chart.score.title": "{index}: {lead}",
    "chart.score.title.alone": "{index}: chỉ {name} tính được điểm, đạt {score}",
    "chart.score.title.firm": "{index}: {lead}; {n}/{total} thứ hạng chắc chắn",
    "chart.score.title.firm.one": "{index}: {lead}; 1/{total} thứ hạng chắc chắn",
    "chart.score.title.firm.zero": (
        "{index}: {lead}; không thứ hạng nào trong {total} thứ hạng chắc chắn"
    ),
    "chart.score.title.all-firm": "{index}: {lead}; cả {total} thứ hạng đều chắc chắn",
    "chart.score.title.empty": "{index}: không địa phương nào được xếp hạng",
    "chart.score.lead": "{name} đứng đầu với {score} điểm",
    "chart.score.lead.shared": "{name} cùng đứng đầu với {score} điểm",
    "chart.score.lead.many": "{n} địa phương cùng đứng đầu với {score} điểm",
    "chart.score.measure": "Điểm số, thang {least} đến {most}.",
    "chart.score.measure.zscore": "Điểm số tính bằng độ lệch chuẩn so với trung bình.",
    "chart.score.subtitle": "{measure} {ranked}",
    "chart.score.column.score": "Điểm",
    "chart.score.column.gaps": "Nếu đủ\nsố liệu",
    "chart.score.column.place": "Thứ hạng, và khoảng thứ hạng khi đổi trọng số",
    "chart.score.column.place.short": "Hạng khi đổi trọng số",
    "chart.score.part": "{name} {points}",
    "chart.score.ends": "{low}–{high}",
    "chart.score.note.draws": (
        "Vạch ngang chứa chín phần mười thứ hạng trong {n} lần thử, mỗi trọng số thay đổi ngẫu "
        "nhiên tới một phần tư (hạt giống {seed}); thứ hạng là chắc chắn khi vạch chỉ gồm một "
        "hạng. Đó là mức thứ tự phụ thuộc trọng số, không phải xác suất đúng."
    ),
    "chart.score.note.product": (
        "Điểm số là tích có trọng số: các phần không cộng lại được nên không vẽ."
    ),
    "chart.score.note.zscore": (
        "Các phần nằm ở hai phía của trung bình nên không vẽ chồng lên nhau."
    ),
    "chart.score.note.many": "Điểm số có {n} phần, quá nhiều để vẽ chồng lên nhau.",
    "chart.score.note.left-out": "Bớt một chỉ tiêu: {text}.",
    "chart.score.note.left-out.none": (
        "Bớt bất kỳ chỉ tiêu nào trong {n} chỉ tiêu, không thứ hạng nào thay đổi."
    ),
    "chart.score.note.grid": (
        "Cách tính khác: với {n} cách tính, {province} thay đổi nhiều nhất, từ hạng {best} "
        "đến hạng {worst}."
    ),
    "chart.score.note.grid.none": (
        "Cách tính khác: với {n} cách tính, không thứ hạng nào thay đổi."
    ),
    "chart.score.reason.gap": "Thiếu số liệu ({n})",
    "chart.score.reason.coverage": "Thiếu quá nhiều số liệu ({n})",
    "chart.score.reason.group_coverage": "Thiếu quá nhiều số liệu trong một nhóm ({n})",
    "chart.score.unplaced": "{province} (thiếu {missing})",
    "chart.score.count": "{n} địa phương, tên nêu trong bảng",
    "chart.score.count.one": "1 địa phương, tên nêu trong bảng",
    "chart.score.alt": (
        "Biểu đồ thanh của điểm tổng hợp, mỗi thanh là một địa phương, xếp chồng theo các phần, "
        "kèm khoảng thứ hạng khi trọng số thay đổi. {title}. {subtitle} {rows} {lists}"
    ),
    "chart.score.alt.whole": (
        "Biểu đồ thanh của điểm tổng hợp, mỗi thanh là một địa phương. {title}. {subtitle} {rows} "
        "{lists}"
    ),
    "chart.score.alt.row": "{place} {name} {score}",
    "chart.score.alt.parts": "{row} ({parts})",
    "chart.score.alt.range": "{row}, hạng {low} đến {high} trong chín phần mười lần thử",
    "chart.score.explain.title": "{index}: {name} xếp {place} với {score} điểm",
    "chart.score.explain.title.ahead": (
        "{index}: {name} xếp {place} với {score} điểm, kém {ahead} {points} điểm"
    ),
    "chart.score.explain.title.unplaced": "{name} không được xếp hạng trong {index}: {reason}",
    "chart.score.explain.title.absent": "{index}: {name} không tồn tại vào ngày đó",
    "chart.score.explain.subtitle": (
        "Mỗi chỉ tiêu đóng góp bao nhiêu vào điểm số và còn bỏ lỡ bao nhiêu, tính bằng điểm."
    ),
    "chart.score.explain.order.need": "Cách lên hạng dễ nhất đứng trước.",
    "chart.score.explain.order.lost": "Chỉ tiêu còn bỏ lỡ nhiều nhất đứng trước.",
    "chart.score.explain.unplaced": "Những số liệu đã có và những số liệu còn thiếu.",
    "chart.score.explain.points": "đóng góp",
    "chart.score.explain.lost": "tăng thêm nếu đạt mức tốt nhất",
    "chart.score.explain.mean": "trung bình {n} địa phương được xếp hạng",
    "chart.score.explain.column.points": "Đóng góp",
    "chart.score.explain.column.above": "So với\ntrung bình",
    "chart.score.explain.column.need": "Lên hạng\nkhi đạt",
    "chart.score.explain.none": "chưa có số liệu",
    "chart.score.explain.plus": "+{points}",
    "chart.score.explain.minus": "−{points}",
    "chart.score.explain.note.need": (
        "Lên hạng khi đạt: số liệu mà một mình nó đủ để lên hạng, mọi thứ khác giữ nguyên. Đây là "
        "phép tính, không phải lời khuyên: dữ liệu không cho biết nâng một số liệu tốn bao nhiêu."
    ),
    "chart.score.explain.alt": (
        "Biểu đồ thanh về các phần của một điểm số, mỗi thanh là một chỉ tiêu. {title}. {subtitle} "
        "{rows} {lists}"
    ),
    "chart.score.explain.alt.row": "{name} {points} điểm",
    "chart.score.explain.alt.above": "{row}, {above} so với trung bình",
    "chart.score.explain.alt.need": "{row}, lên hạng khi đạt {need}",
    "chart.score.compare.title": ("{index}: {n}/{total} địa phương đổi hạng, nhiều nhất là {name}"),
    "chart.score.compare.title.one": "{index}: 1/{total} địa phương đổi hạng, là {name}",
    "chart.score.compare.title.zero": (
        "{index}: không địa phương nào trong {total} địa phương đổi hạng"
    ),
    "chart.score.compare.title.unlike": (
        "{index}: {n} địa phương có thứ hạng ở cả hai, nhưng trong số lượng khác nhau"
    ),
    "chart.score.compare.title.unlike.one": (
        "{index}: 1 địa phương có thứ hạng ở cả hai, nhưng trong số lượng khác nhau"
    ),
    "chart.score.compare.title.empty": "{index}: không địa phương nào có thứ hạng ở cả hai",
    "chart.score.compare.index": "{name} so với {other}",
    "chart.score.compare.subtitle.place": "Thứ hạng trong cùng {n} địa phương ở cả hai chỉ số.",
    "chart.score.compare.subtitle.score": (
        "Điểm số. Thứ hạng trong {here} nơi không so sánh được với thứ hạng trong {there} nơi."
    ),
    "chart.score.compare.same": "{other} {name}",
    "chart.score.compare.weights": "với {weights}",
    "chart.score.compare.change": "Thay đổi",
    "chart.score.compare.place": "Thứ hạng",
    "chart.score.compare.score": "Điểm",
    "chart.score.compare.note.common": (
        "Hai chỉ số không có chỉ tiêu nào chung: thay đổi cũng là do đổi phương pháp."
    ),
    "chart.score.compare.alt": (
        "Biểu đồ điểm của hai chỉ số tổng hợp, mỗi địa phương hai điểm. {title}. {subtitle} {rows} "
        "{lists}"
    ),
    "chart.score.compare.alt.row": (
        "{name}: {old} với {old_score} điểm ở chỉ số trước, {new} với {score} điểm ở chỉ số sau"
    ),
    # Tile map
    "chart.map": "bản đồ ô",
    # Reports
    "chart.reporting": "báo cáo",
    # All at once
    "chart.all": "mọi biểu đồ",
}
