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
    "chart.key.about": "khoảng (≈) hoặc một khoảng giá trị",
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
    "chart.rank.title.shared-open": (
        "{indicator}: {name} cùng đứng đầu {n} {units}, nhưng chưa chắc chắn"
    ),
    "chart.rank.title.sharer": "{indicator}: {name} đồng hạng nhất trong {n} {units} với {figure}",
    "chart.rank.title.at": "{indicator}: {name} xếp hạng {place}/{n} với {figure}",
    "chart.rank.title.at-place": "{indicator} {period}: {name} xếp hạng {place}/{of}",
    "chart.rank.title.some": "{indicator}: {shown} trong {n} {units} được xếp hạng",
    "chart.rank.title.outside": "{indicator}: các địa phương đã chọn không có thứ hạng",
    "chart.rank.title.unfit": "{indicator}: không có số liệu khớp yêu cầu",
    "chart.rank.title.place": "{indicator} {period}: {name} đứng đầu {of} {units}",
    "chart.rank.title.found": "{indicator} {period}: tìm thấy {n}/{of} thứ hạng",
    "chart.rank.title.unranked": "{indicator}: không thể xếp hạng",
    "chart.rank.title.list": "{indicator}: mọi số liệu, không xếp hạng",
    "chart.rank.title.empty": "{indicator}: chưa có số liệu",
    "chart.rank.per.people": "trên 100.000 dân",
    "chart.rank.per.area": "trên 100 km²",
    "chart.rank.of-basis": "{symbol} tính trên {basis}",
    "chart.rank.unlike.share": "{symbol} tính trên gì, đếm thế nào: xem từng thanh",
    "chart.rank.unlike.measured": "{symbol}, đo thế nào: xem từng thanh",
    "chart.rank.unlike.count": "Đếm những gì: xem từng thanh",
    "chart.reason.period_too_long": "kỳ số liệu quá dài",
    "chart.rank.unseen": "không hiển thị {n} địa phương khác",
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
    "chart.rank.note.targets": (
        "Chỉ tiêu không có vạch: tính theo cách khác, hoặc không nêu cách tính."
    ),
    "chart.rank.note.unlike": "Không thể nói số liệu nào hơn số liệu nào.",
    "chart.rank.note.edition": "Thứ hạng như đã công bố, trong {of} {units} của {period}.",
    "chart.rank.alt.bars": (
        "Biểu đồ thanh, mỗi thanh là một {unit}. {title}. {measure}. {rows} {lists}"
    ),
    "chart.rank.alt.places": (
        "Biểu đồ thứ hạng, mỗi dòng là một {unit}. {title}. {measure}. {rows} {lists}"
    ),
    "chart.rank.alt.target": "chỉ tiêu của địa phương {target}: {togo}",
    "chart.rank.alt.target.togo": "chỉ tiêu của địa phương {target}, còn thiếu {togo}",
    "chart.rank.alt.row": "{place} {name} {figure}",
    "chart.rank.alt.unranked": "Biểu đồ thanh không xếp hạng. {title}. {measure}. {rows} {lists}",
    # Gaps
    "chart.gap.title.empty": "{subject}: chưa tìm thấy chỉ tiêu",
    "chart.gap.title.empty.national": "{subject}: không có chỉ tiêu quốc gia để so với số liệu",
    "chart.gap.empty": "Chưa nguồn nào nêu chỉ tiêu.",
    "chart.gap.title.silent": "{subject}: {n} chỉ tiêu đã quá hạn, chưa có thông tin đạt hay chưa",
    "chart.gap.title.silent.one": (
        "{subject}: một chỉ tiêu đã quá hạn, chưa có thông tin đạt hay chưa"
    ),
    "chart.gap.title.unjudged": "{subject}: không tính được phần còn thiếu",
    "chart.gap.title.ended": "{subject}: các chỉ tiêu kết thúc cùng {unit} cũ",
    "chart.gap.title.all": "{subject}: cả {n} chỉ tiêu đánh giá được đều đạt",
    "chart.gap.title.all.one": "{subject}: chỉ tiêu duy nhất đánh giá được đã đạt",
    "chart.gap.title.met": "{subject}: {n}/{of} chỉ tiêu đánh giá được đã đạt",
    "chart.gap.title.met.one": "{subject}: 1/{of} chỉ tiêu đánh giá được đã đạt",
    "chart.gap.title.none": "{subject}: chưa đạt chỉ tiêu nào trong {n} chỉ tiêu đánh giá được",
    "chart.gap.title.none.one": "{subject}: chỉ tiêu duy nhất đánh giá được chưa đạt",
    "chart.gap.title.open": "{subject}: chưa chắc chắn đạt chỉ tiêu nào trong {n} chỉ tiêu",
    "chart.gap.title.open.one": "{subject}: chưa rõ chỉ tiêu đã đạt hay chưa",
    "chart.gap.title.all.national": "{subject}: đạt cả {n} chỉ tiêu quốc gia",
    "chart.gap.title.all.national.one": "{subject}: đạt chỉ tiêu quốc gia",
    "chart.gap.title.met.national": ("{subject} so với chỉ tiêu quốc gia: {n}/{of} trường hợp đạt"),
    "chart.gap.title.none.national": (
        "{subject} so với chỉ tiêu quốc gia: chưa trường hợp nào trong {n} trường hợp đạt"
    ),
    "chart.gap.title.none.national.one": "{subject}: chưa đạt chỉ tiêu quốc gia",
    "chart.gap.title.open.national": (
        "{subject} so với chỉ tiêu quốc gia: chưa chắc chắn trường hợp nào trong {n} trường hợp đạt"
    ),
    "chart.gap.title.open.national.one": "{subject}: chưa rõ đã đạt chỉ tiêu quốc gia hay chưa",
    "chart.gap.period": "Số liệu {period}.",
    "chart.gap.period.one": "Số liệu {period}.",
    "chart.gap.period.most": "Số liệu {period} nếu bên cạnh tên không ghi thời điểm khác.",
    "chart.gap.own-basis": "Tỷ lệ % theo cách tính của từng nội dung",
    "chart.gap.points": "điểm %",
    "chart.gap.needed": "Cần mỗi năm",
    "chart.gap.a-year": "{number} mỗi năm",
    "chart.gap.days": "còn {n} ngày",
    "chart.gap.days.one": "còn 1 ngày",
    "chart.gap.days.zero": "hạn hôm nay",
    "chart.gap.missed": "quá hạn, chưa đạt",
    "chart.gap.since": "chưa có tin mới",
    "chart.gap.range": "{low} đến {high}",
    "chart.gap.latest": "Số liệu mới nhất",
    "chart.gap.of-basis": "tính trên {basis}",
    "chart.gap.pace": (
        "{name}: cần {needed} mỗi năm để đạt vào {by}, gấp {ratio} lần tốc độ đến nay ({observed})."
    ),
    "chart.gap.nothing": "Chưa có số liệu ({n})",
    "chart.gap.run": "{name} {target} ({by})",
    "chart.gap.key.now": "số liệu hiện có",
    "chart.gap.key.reached": "đạt chỉ tiêu",
    "chart.gap.key.target": "chỉ tiêu",
    "chart.gap.note.own-scale.some": (
        "Dòng có nền xám dùng thang riêng: từ 0, hoặc từ hạng cuối, đến quá chỉ tiêu một chút."
    ),
    "chart.gap.note.own-scale.all": (
        "Mỗi dòng có thang riêng: từ 0, hoặc từ hạng cuối, đến quá chỉ tiêu một chút."
    ),
    "chart.gap.note.methods": (
        "Chỉ tiêu không nêu phương pháp được so với số liệu của từng phương pháp."
    ),
    "chart.gap.alt": (
        "Biểu đồ chấm nối, mỗi dòng là một chỉ tiêu, nối số liệu hiện có với chỉ tiêu. {title}. "
        "{measure}. {rows} {lists}"
    ),
    "chart.gap.alt.list": (
        "Danh sách chỉ tiêu chưa đủ cơ sở đánh giá. {title}. {measure}. {rows} {lists}"
    ),
    "chart.gap.alt.row": "{name}, chỉ tiêu {target}: {figure}, {togo}",
    # Scorecards
    "chart.scorecard.title": (
        "Trong {of} chỉ tiêu, {n} được biết là đã đạt; {silent} đã quá hạn mà chưa có thông tin"
    ),
    "chart.scorecard.title.one": (
        "Trong {of} chỉ tiêu, một được biết là đã đạt; {silent} đã quá hạn mà chưa có thông tin"
    ),
    "chart.scorecard.title.zero": (
        "Trong {of} chỉ tiêu, chưa biết chỉ tiêu nào đạt; {silent} đã quá hạn mà chưa có thông tin"
    ),
    "chart.scorecard.subtitle": (
        "Mỗi ô là số liệu hiện có, màu theo phần chỉ tiêu của địa phương đã đạt được."
    ),
    "chart.scorecard.subtitle.national": (
        "Mỗi ô là số liệu hiện có, màu theo phần chỉ tiêu quốc gia đã đạt được."
    ),
    "chart.scorecard.class.4": "đạt",
    "chart.scorecard.class.3": "từ 90% chỉ tiêu",
    "chart.scorecard.class.2": "75–90%",
    "chart.scorecard.class.1": "50–75%",
    "chart.scorecard.class.0": "dưới 50%",
    "chart.scorecard.key.outlined": "không cùng cách tính với chỉ tiêu",
    "chart.scorecard.key.overdue": "chưa có số liệu, quá hạn năm ghi trong ô",
    "chart.scorecard.key.hatched": "chưa có số liệu, hạn là năm ghi trong ô",
    "chart.scorecard.key.none": "không có chỉ tiêu",
    "chart.scorecard.key.none.national": "chưa có số liệu cùng cách tính",
    "chart.scorecard.reached": "Đạt",
    "chart.scorecard.of-all": "trên tổng số",
    "chart.scorecard.sum": "{n} / {of}",
    "chart.scorecard.silent": "Quá hạn",
    "chart.scorecard.silent.below": "chưa rõ",
    "chart.scorecard.targets": "Số chỉ tiêu",
    "chart.scorecard.note.hidden": (
        "Còn {n} nội dung có chỉ tiêu không hiển thị; các cột tổng ở bên phải đã tính cả."
    ),
    "chart.scorecard.note.hidden.one": (
        "Còn một nội dung có chỉ tiêu không hiển thị; các cột tổng ở bên phải đã tính cả."
    ),
    "chart.scorecard.note.current": (
        "Nếu một nội dung có nhiều chỉ tiêu, ô là chỉ tiêu sắp đến hạn nhất, nếu không còn thì là "
        "chỉ tiêu cuối."
    ),
    "chart.scorecard.note.methods": "Nếu có số liệu theo nhiều phương pháp, ô là số liệu mới nhất.",
    "chart.scorecard.elsewhere": "Chỉ có chỉ tiêu về nội dung không hiển thị ({n})",
    "chart.scorecard.no-target": "Chưa tìm thấy chỉ tiêu ({n})",
    "chart.scorecard.breaks": "Inter|net",
    "chart.scorecard.alt": (
        "Bảng {units} theo nội dung, màu theo phần chỉ tiêu đã đạt được. {title}. {measure}. "
        "{rows} {lists}"
    ),
    "chart.scorecard.alt.row": "{name}, {sums}: {cells}",
    "chart.scorecard.alt.sum": "đạt {sum}",
    "chart.scorecard.alt.shaded": "{indicator} {text} ({share})",
    "chart.scorecard.alt.outlined": "{indicator} {text}, không cùng cách tính",
    "chart.scorecard.alt.overdue": "{indicator} chưa có số liệu, quá hạn năm {text}",
    "chart.scorecard.alt.hatched": "{indicator} chưa có số liệu, hạn năm {text}",
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
    "chart.show.aimed": "chỉ tiêu {aim}",
    "chart.show.aimed.togo": "chỉ tiêu {aim}: {togo}",
    "chart.show.besides": "{text}; {more}",
    "chart.show.places": "Xếp hạng quốc gia, thứ hạng trong {of}",
    "chart.show.key.other": "địa phương khác, cùng cách tính",
    "chart.show.note.own-line": (
        "Dòng có vạch riêng không phải tỷ lệ phần trăm: thang riêng bắt đầu từ 0, kết thúc ở "
        "số lớn nhất của dòng."
    ),
    "chart.show.note.place": "Hạng trong các địa phương có số liệu cùng cách tính.",
    "chart.show.marked": "{text}*",
    "chart.show.at-place": "hạng {place}",
    "chart.show.note.states": "*: {states}.",
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
    "chart.compare.subtitle.times": "Đơn vị, cách tính và thời điểm ghi dưới tên hoặc số liệu.",
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
    "chart.trend.title.same-some": "không đổi ở {n}/{of} {units}",
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
    "chart.trend.merger": "sáp nhập {date}",
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
        "Số liệu của {units} cũ dừng ở lần sáp nhập {days}, không phải số liệu của địa phương hiện "
        "nay."
    ),
    "chart.trend.note.states": "{label}: {n} số liệu.",
    "chart.trend.symbol": "Đơn vị: {symbol}",
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
    "chart.score.title": "{index}: {lead}",
    "chart.score.title.alone": "{index}: chỉ {name} tính được điểm, đạt {score}",
    "chart.score.title.firm": "{index}: {lead}; {n}/{total} thứ hạng chắc chắn",
    "chart.score.title.firm.one": "{index}: {lead}; 1/{total} thứ hạng chắc chắn",
    "chart.score.title.firm.zero": (
        "{index}: {lead}; không thứ hạng nào trong {total} thứ hạng chắc chắn"
    ),
    "chart.score.title.all-firm": "{index}: {lead}; cả {total} thứ hạng đều chắc chắn",
    "chart.score.title.both-firm": "{index}: {lead}; cả hai thứ hạng đều chắc chắn",
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
    "chart.score.explain.note.inexact": (
        "Tính theo số đã in, dù là từ ước lượng, khoảng hoặc ước tính: {names}."
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
    "chart.score.compare.only": "Chỉ có thứ hạng ở {index} ({n})",
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
    "chart.map.title.span": "{indicator}: từ {low} ({last}) đến {high} ({first})",
    "chart.map.title.between": "{indicator}: từ {low} đến {high} ở {n} {units}",
    "chart.map.title.alone": "{indicator}: {figure} ở {name}",
    "chart.map.title.same": "{indicator}: {figure} ở cả {n} {units}",
    "chart.map.places": "Hạng trên {of}",
    "chart.map.place": "Thứ hạng đã công bố trong {of} {units}",
    "chart.map.unlike.share": "{symbol}; tính trên gì, đếm thế nào: xem chú giải",
    "chart.map.unlike.measured": "{symbol}; đo thế nào: xem chú giải",
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
    "chart.map.alt": "Bản đồ ô, mỗi {unit} một ô bằng nhau. {title}. {measure}. {lists}",
    "chart.map.alt.row": "{name} {figure}",
    # Reports
    "chart.reporting.title": "{name} có nhiều số liệu nhất: {reported}/{of} nội dung",
    "chart.reporting.title.shared": "{n} {units} có nhiều số liệu nhất: {reported}/{of} nội dung",
    "chart.reporting.title.own": "{name} có số liệu về {n}/{of} nội dung mà các địa phương báo cáo",
    "chart.reporting.title.own.nobody": "{name} chưa có số liệu, các địa phương khác cũng vậy",
    "chart.reporting.title.own.zero": (
        "{name} chưa có số liệu về nội dung nào trong {of} nội dung mà nơi khác báo cáo"
    ),
    "chart.reporting.subtitle": "Mỗi ô ghi năm của số liệu, màu càng đậm số liệu càng mới.",
    "chart.reporting.ages": "Số liệu mới nhất cách đây {new} tháng, cũ nhất {old} tháng.",
    "chart.reporting.reported": "Có số liệu",
    "chart.reporting.of": "trên {n}",
    "chart.reporting.comparable": "So sánh",
    "chart.reporting.comparable.below": "được",
    "chart.reporting.by": "Số nơi có số liệu",
    "chart.reporting.age.4": "trong vòng một năm",
    "chart.reporting.age.3": "đến 2 năm",
    "chart.reporting.age.2": "đến 3 năm",
    "chart.reporting.age.1": "cũ hơn",
    "chart.reporting.key.outlined": "không cùng cách tính với nơi khác",
    "chart.reporting.key.hatched": "chưa có số liệu",
    "chart.reporting.key.comparable": "so sánh được với nơi khác",
    "chart.reporting.key.apart": "không cùng cách tính với nơi khác",
    "chart.reporting.note.hidden": (
        "Còn {n} nội dung không hiển thị; các cột tổng ở bên phải đã tính cả."
    ),
    "chart.reporting.note.hidden.one": (
        "Còn một nội dung không hiển thị; các cột tổng ở bên phải đã tính cả."
    ),
    "chart.reporting.note.when": "?: nguồn không nêu thời điểm.",
    "chart.reporting.alt": (
        "Bảng {units} theo nội dung, màu theo độ cũ của số liệu. {title}. {measure}. {rows} {lists}"
    ),
    "chart.reporting.alt.row": "{name}, {n} nội dung có số liệu: {cells}",
    "chart.reporting.alt.shaded": "{indicator} {text}",
    "chart.reporting.alt.outlined": "{indicator} {text}, không cùng cách tính",
    "chart.reporting.alt.own": (
        "Danh sách số liệu và độ cũ trên trục thời gian. {title}. {measure}. {rows} {lists}"
    ),
    "chart.reporting.alt.own.row": "{indicator} {figure}, {period}, {comparable}",
}
