"""Tiếng Việt: every generated word and sentence, by key, in officials' own terms."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS = {
    # Numbers and places
    "amount.value": "{number}",
    "amount.about": "khoảng {number}",
    "amount.over": "trên {number}",
    "amount.nearly": "gần {number}",
    "amount.at_least": "từ {number} trở lên",
    "amount.at_most": "tối đa {number}",
    "amount.between": "từ {number} đến {upper}",
    "place.rank": "{number}/{of}",
    "place.tied": "={number}/{of}",
    "place.top": "nhóm {number}/{of} dẫn đầu",
    "place.uncertain": "{place} ({best}–{worst})",
    "place.hole": "{first}  chưa tìm thấy",
    "place.holes": "{first}–{last}  chưa tìm thấy",
    "difference.points": "{number} điểm phần trăm",
    "difference.points.one": "1 điểm phần trăm",
    "difference.places": "{number} bậc",
    "difference.places.one": "1 bậc",
    "range": "{low} đến {high}",
    "range.up": "{low} trở lên",
    "range.down": "{high} trở xuống",
    # Times
    "as-of": "tính đến {date}",
    "period.unstated": "không rõ thời điểm",
    "period.about": "khoảng {period}",
    "period.quarter": "quý {part}/{year}",
    "period.half": "nửa {part}/{year}",
    "period.span": "{start} đến {end}",
    "season": "{n} tháng",
    "season.one": "một tháng",
    # Figures
    "figure.status": "{text} ({status})",
    "figure.rate": "{rate} ({count})",
    "figure.basis": "{text} {basis}",
    "figure.no-basis": "{text}, không nêu tính trên gì",
    "figure.scope": "{text} ({scope})",
    "status.estimated": "ước tính",
    "status.provisional": "sơ bộ",
    "status.forecast": "dự báo",
    "status.unreliable": "chưa đáng tin cậy",
    "status.definition": "theo định nghĩa",
    "basis.unstated": "không nêu tính trên gì",
    "method.unstated": "không nêu phương pháp",
    "footing.basis": "tính trên {basis}",
    "footing.edition": "{period}, {of} {units}",
    "scope.ward": "phường {name}",
    "scope.commune": "xã {name}",
    "scope.district": "huyện {name}",
    "scope.village": "thôn {name}",
    "scope.school": "trường {name}",
    "scope.places": "riêng {name}",
    "scope.operator": "riêng mạng {name}",
    "scope.tier.province": "riêng cấp tỉnh",
    "scope.tier.district": "riêng cấp huyện",
    "scope.tier.commune": "riêng cấp xã",
    "name.former": "{name} cũ",
    "country": "cả nước",
    "unit.none": "con số",
    "unit.number": "số lượng",
    "unit.index": "chỉ số",
    "better.higher": "càng cao càng tốt",
    "better.lower": "càng thấp càng tốt",
    "better.none": "nhiều hơn không có nghĩa là tốt hơn",
    # Targets and verdicts
    "target.by": "{text} ({by})",
    "target.every-year": "{text} mỗi năm (đến {by})",
    "target.each-year": "{text} mỗi năm",
    "verdict.met": "đạt",
    "verdict.short": "chưa đạt",
    "verdict.unclear": "chưa rõ",
    "verdict.other_basis": "cách tính khác",
    "verdict.basis_unstated": "chưa đủ cơ sở đánh giá",
    "verdict.no_figure": "chưa có số liệu",
    "verdict.ended": "kết thúc cùng {unit} cũ",
    "togo.pace": "{togo}; {pace}",
    "togo.unclear": "chưa rõ: từ {low} đến {high}",
    "togo.missed": "quá hạn, còn thiếu {size}",
    "togo.since": "khi đó còn thiếu {size}; chưa có số liệu mới",
    "togo.past": "vượt {size}",
    "pace.needed": "cần tăng {needed} mỗi năm",
    "pace.both": "cần {needed} mỗi năm; đến nay {observed} mỗi năm",
    "pace.ratio": ", gấp {ratio} lần tốc độ đến nay",
    "pace.arrival": "; với tốc độ đó sẽ đạt vào năm {year}",
    # Columns
    "column.place": "Hạng",
    "column.figure": "Số liệu",
    "column.when": "Thời điểm",
    "column.target": "Chỉ tiêu",
    "column.goal": "Chỉ tiêu",
    "column.to-go": "Còn thiếu",
    "column.footing": "Cách tính",
    "column.indicator": "Nội dung",
    "column.due": "Hạn",
    "column.latest": "Số liệu mới nhất",
    "column.reported-instead": "Số liệu hiện có",
    "column.range": "Khoảng giá trị",
    "column.remark": "Ghi chú",
    "column.today": "Hiện nay",
    "today.merged": "{name}, sáp nhập",
    "column.id": "Mã",
    "column.name": "Tên",
    "column.code": "Mã số",
    "column.region": "Vùng",
    "column.unit": "Đơn vị",
    "column.better": "Chiều tốt",
    "column.published": "Ngày đăng",
    "column.provinces": "Có số liệu",
    "column.figures": "Số liệu",
    "column.targets": "Chỉ tiêu",
    "column.newest": "Mới nhất",
    # Sources and notes
    "sources": "Nguồn",
    "source.quoting": "{publisher} dẫn {quoted}",
    "source.number": "{publisher} ({number})",
    "source.undated": "không ghi ngày",
    "source.read-in": "{text} (đọc qua bản {languages})",
    "language.de": "tiếng Đức",
    "language.el": "tiếng Hy Lạp",
    "language.en": "tiếng Anh",
    "language.es": "tiếng Tây Ban Nha",
    "language.fr": "tiếng Pháp",
    "language.ja": "tiếng Nhật",
    "language.ko": "tiếng Hàn",
    "language.pl": "tiếng Ba Lan",
    "language.pt": "tiếng Bồ Đào Nha",
    "language.ru": "tiếng Nga",
    "language.vi": "tiếng Việt",
    "language.zh": "tiếng Trung",
    "note.target-basis": "Chỉ tiêu không nêu tính trên gì nên không tính được phần còn thiếu.",
    "note.divisor.people": "Dân số dùng để chia chưa đáng tin cậy.",
    "note.divisor.area": "Diện tích dùng để chia chưa đáng tin cậy.",
    "note.recast": "Nguồn đã tính lại theo địa giới hiện nay.",
    # rank
    "rank.title.empty": "{name}: chưa có số liệu",
    "rank.title.list": "{name}: mọi số liệu, không xếp hạng",
    "rank.title.unranked": "{name}: chưa thể xếp hạng",
    "rank.title.per.people": "{name} trên 100.000 dân",
    "rank.title.per.area": "{name} trên 100 km²",
    "rank.title.edition": "{name} {period}: thứ hạng theo công bố",
    "rank.title.season": "{name}, {season}",
    "rank.title.groups": "{name}: {n} bảng xếp hạng, mỗi bảng cùng một cách tính",
    "rank.empty": (
        "Không địa phương nào trong {total} {units} có số liệu, kể cả trước đây. Các chỉ tiêu có "
        "số liệu: dtcompare list indicators"
    ),
    "rank.empty.filtered": (
        "Không có số liệu nào khớp yêu cầu. Toàn bộ số liệu: dtcompare rank {id} --list-all"
    ),
    "rank.list-all": (
        "{n}/{total} {units} có số liệu. Đây là danh sách mọi số liệu, bất kể cách tính; không xếp "
        "hạng."
    ),
    "rank.ranked": "{n}/{total} {units} có số liệu cùng cách tính.",
    "rank.edition": "Tìm thấy {n}/{of} thứ hạng.",
    "rank.edition.unplaced": "Tìm thấy {n}/{of} thứ hạng; {scores} địa phương khác chỉ có điểm số.",
    "rank.edition.scored": "Tìm thấy {n}/{of} điểm số; thứ hạng xếp theo điểm số.",
    "rank.first": "{name} đứng đầu với {figure}.",
    "rank.first.season": "{season}: {name} đứng đầu với {figure}.",
    "rank.first.place": "{name} đứng đầu.",
    "rank.first.shared": "{names} cùng đứng đầu.",
    "rank.first.sharer": "{name} là một trong các địa phương cùng đứng đầu.",
    "rank.among": "Thứ hạng chỉ tính trong {n} địa phương này, chưa đến một nửa.",
    "rank.uncertain": (
        "{n} thứ hạng chưa chắc chắn vì số liệu chỉ nêu khoảng, trên hoặc gần: phạm vi ghi sau thứ "
        "hạng."
    ),
    "rank.uncertain.one": (
        "Một thứ hạng chưa chắc chắn vì số liệu chỉ nêu khoảng, trên hoặc gần: phạm vi ghi sau thứ "
        "hạng."
    ),
    "rank.per.people": "Số lượng chia cho dân số trong danh mục; trang nguồn ở cuối.",
    "rank.per.area": "Số lượng chia cho diện tích trong danh mục; trang nguồn ở cuối.",
    "rank.extensive": (
        "Địa phương lớn hơn thì có nhiều hơn: đây là thứ hạng theo quy mô; dtcompare rank {id} "
        "--per people chia cho dân số."
    ),
    "rank.apart": (
        "{reporting}/{total} {units} có số liệu. {n} nhóm được xếp hạng riêng vì không so sánh "
        "được với nhau."
    ),
    "rank.none-today": "Không địa phương nào trong {total} {units} hiện nay có số liệu.",
    "rank.not-better": (
        "{n}/{total} {units} có số liệu. Nhiều hơn không có nghĩa là tốt hơn nên không xếp hạng."
    ),
    "rank.not-better.one": (
        "1/{total} {units} có số liệu. Nhiều hơn không có nghĩa là tốt hơn nên không xếp hạng."
    ),
    "rank.only": "Chỉ {name} trong {total} {units} có số liệu.",
    "rank.too-few": (
        "Chỉ {most}/{total} {units} có số liệu cùng cách tính; cần ít nhất ba để xếp hạng."
    ),
    "rank.no-divisor": ("{n}/{total} {units} có số liệu, nhưng danh mục chưa có số để chia."),
    "rank.no-two": (
        "{n}/{total} {units} có số liệu, nhưng không có hai số liệu nào cùng thời điểm cho toàn "
        "địa bàn: không thể nói số nào hơn số nào."
    ),
    "rank.no-two-methods": (
        "{n}/{total} {units} có số liệu, nhưng không có hai số liệu nào được nêu là cùng phương "
        "pháp cho toàn địa bàn: không thể nói số nào hơn số nào."
    ),
    "rank.no-two-bases": (
        "{n}/{total} {units} có số liệu, nhưng không có hai số liệu nào cùng cách tính cho toàn "
        "địa bàn."
    ),
    "rank.no-two-bases.order": (
        "Danh sách xếp theo cách tính, không theo độ lớn: không thể nói số nào hơn số nào."
    ),
    "extent": "{n} {units}",
    "extent.one": "1 {unit}",
    "extent.hidden": "{text}, hiển thị {n}",
    "listed": "Không xếp hạng",
    "listed.reason": "{reason}: {figures}",
    "listed.many": (
        "{n} {units} cũ ({when}), từ {first} {best} đến {last} {worst}: {command} {sources}"
    ),
    "edition.all": "Toàn bộ {of} địa phương của kỳ công bố đó",
    "listed.figure": "{province} {figure} ({facts}) {sources}",
    "reason.other_basis": "Tính trên cơ sở khác",
    "reason.other_method": "Phương pháp khác",
    "reason.own_method": "Số liệu địa phương tự tính",
    "reason.before_break": "Trước khi đổi phương pháp",
    "reason.other_season": "Thời điểm khác",
    "reason.other_edition": "Thứ hạng gần nhất trong kỳ công bố khác",
    "reason.period_too_long": "Kỳ số liệu quá dài để so sánh",
    "reason.period_unstated": "Không rõ thời điểm",
    "reason.basis_unstated": "Không nêu tính trên gì",
    "reason.method_unstated": "Không nêu phương pháp",
    "reason.scope": "Chỉ một phần: một số nơi, một nhà mạng, một cấp",
    "reason.forecast": "Dự báo",
    "reason.unreliable": "Chưa đáng tin cậy",
    "reason.definition": "Đúng theo định nghĩa",
    "reason.no_divisor": "Chưa biết dân số hoặc diện tích để chia",
    "reason.former_province": "Trước sáp nhập, theo địa giới cũ",
    "reason.other_borders": "Theo địa giới về sau",
    "silent.target": "Có chỉ tiêu, chưa có số liệu ({n})",
    "silent.neither": "Chưa có cả hai ({n})",
    "silent.none": "Chưa có số liệu ({n})",
    "instead": "Có thể xếp hạng: {indicator}",
    "related": "Chỉ tiêu liên quan, chưa thể xếp hạng",
    # gap
    "gap.subject": "{parts}",
    "gap.all": "Tất cả {units}",
    "gap.title": "{subject}: {n} chỉ tiêu",
    "gap.title.one": "{subject}: 1 chỉ tiêu",
    "gap.title.national": "{subject}: so với {n} chỉ tiêu quốc gia",
    "gap.title.national.one": "{subject}: so với chỉ tiêu quốc gia",
    "gap.empty": "Chưa tìm thấy chỉ tiêu. Các địa phương có chỉ tiêu: dtcompare gap",
    "gap.empty.national": "Không có chỉ tiêu quốc gia nào so được với số liệu ở đây.",
    "gap.counts": "{counts}.",
    "gap.counts.none-judged": (
        "Cả {n} chỉ tiêu chưa đủ cơ sở đánh giá: không có số liệu cùng cách tính."
    ),
    "gap.counts.none-judged.one": "Chưa đủ cơ sở đánh giá: không có số liệu cùng cách tính.",
    "gap.counts.none-met": "Chưa có chỉ tiêu nào đạt: {counts}.",
    "gap.count.met": "{n} đạt",
    "gap.count.short": "{n} chưa đạt",
    "gap.count.unclear": "{n} chưa rõ vì số liệu không chính xác",
    "gap.count.unjudged": "{n} chưa đủ cơ sở đánh giá",
    "gap.count.ended": "{n} kết thúc cùng {unit} cũ",
    "gap.silent": "{n} chỉ tiêu đã quá hạn mà chưa có thông tin đạt hay chưa.",
    "gap.silent.one": "Một chỉ tiêu đã quá hạn mà chưa có thông tin đạt hay chưa.",
    "gap.deadline": "{n} chỉ tiêu đến hạn ngày {date}, còn {days} ngày.",
    "gap.deadline.one": "Chỉ tiêu gần nhất đến hạn ngày {date}, còn {days} ngày.",
    "gap.deadline.tomorrow": "{n} chỉ tiêu đến hạn ngày mai, {date}.",
    "gap.deadline.tomorrow.one": "Chỉ tiêu gần nhất đến hạn ngày mai, {date}.",
    "gap.deadline.today": "{n} chỉ tiêu đến hạn hôm nay, {date}.",
    "gap.deadline.today.one": "Chỉ tiêu gần nhất đến hạn hôm nay, {date}.",
    "gap.section.open": "Chưa đến hạn",
    "gap.section.passed": "Đã quá hạn",
    "gap.section.silent": "Đã quá hạn, chưa có thông tin đạt hay chưa",
    "gap.section.unjudged": "Chưa đủ cơ sở đánh giá",
    "gap.section.ended": "Kết thúc cùng {unit} cũ, chưa đạt",
    "gap.parts": "Còn {n} chỉ tiêu chỉ cho một phần địa bàn",
    "gap.parts.one": "Còn một chỉ tiêu chỉ cho một phần địa bàn",
    "gap.national.unjudged": (
        "Còn {n} cặp số liệu và chỉ tiêu không cùng cách tính hoặc chưa có số liệu."
    ),
    "gap.against": "So với chỉ tiêu quốc gia",
    # show
    "show.title": "{name}",
    "show.title.former": "{name} ({unit} cũ)",
    "show.empty": "Chưa có thông tin. Số liệu được ghi trong provinces/{id}.yaml",
    "show.counts": "{n} số liệu của {indicators} nội dung.",
    "show.counts.one": "1 số liệu.",
    "show.targets": "{n} chỉ tiêu: {counts}.",
    "show.targets.one": "1 chỉ tiêu: {counts}.",
    "show.target": "{target}: {togo}",
    "show.target.short": "{target}: còn thiếu {togo}",
    "show.rankings": "Xếp hạng quốc gia, theo công bố",
    "show.ranking-targets": "Chỉ tiêu về thứ hạng, {name}",
    "show.predecessors": "Hợp nhất từ, số liệu không tính chung",
    "show.successor": "Nay thuộc",
    "show.relative": "{name}: {n} số liệu (dtcompare show {id})",
    "show.relative.zero": "{name}: chưa có số liệu",
    "show.relative.one": "{name}: 1 số liệu (dtcompare show {id})",
    "show.relative.place": "{name} {place} ({period})",
    "show.elsewhere": "Ở đây chưa có, nơi khác có số liệu",
    "show.elsewhere.item": "{name} ({n})",
    "show.elsewhere.more": "{n} nội dung khác",
    "show.code": "mã số {code}",
    "show.ended": "Kết thúc ngày {date}, nay thuộc {successor}; số liệu là của riêng địa bàn cũ.",
    "show.formed": "Hợp nhất ngày {date} từ {names}.",
    "kind.province": "Tỉnh",
    "kind.city": "Thành phố",
    "kind.unknown": "{unit}",
    "detail.title": "{indicator}: {province}",
    "detail.measure": "Đơn vị: {unit_name}; {better}; so sánh được trong vòng {season}.",
    "detail.empty": "Bộ dữ liệu chưa có dòng nào về nội dung này.",
    "detail.no-figure": "Chưa có số liệu.",
    "detail.figures": "Mọi số liệu, cũ trước mới sau",
    "detail.relatives": "Số liệu của {units} cũ, không tính chung",
    "detail.targets": "Chỉ tiêu",
    "detail.of": "{text}: {name}",
    "detail.alone": "Không so được với số liệu của {unit} nào khác",
    "detail.place": "Trong các số liệu cùng cách tính",
    "detail.group": "{n} {units} có số liệu cùng cách tính, quá ít để xếp hạng",
    "remark.rejected": "không dùng: {why}",
    "remark.preferred": "được chọn thay cho các dòng mâu thuẫn",
    "remark.recast": "theo địa giới hiện nay",
    "remark.times": "gấp {times} lần",
    "remark.times-since": "gấp {times} lần so với {since}",
    "remark.up.points": "tăng {number} điểm",
    "remark.up.points.one": "tăng 1 điểm",
    "remark.up.percent": "tăng {number}%",
    "remark.down.points": "giảm {number} điểm",
    "remark.down.points.one": "giảm 1 điểm",
    "remark.down.percent": "giảm {number}%",
    "remark.since": "{text} so với {since}",
    # list
    "list.title.provinces": "Các {units}",
    "list.title.indicators": "Các chỉ số, chỉ tiêu",
    "list.title.sources": "Các nguồn",
    "list.title.bases": "Các cơ sở tính tỷ lệ",
    "list.title.methods": "Các phương pháp",
    "list.title.regions": "Các vùng",
    "list.title.scores": "Các chỉ số tổng hợp",
    "list.counts.scores": "{n} chỉ số tổng hợp.",
    "list.counts.provinces": "{n} {units}, gồm cả các địa phương cũ.",
    "list.counts.indicators": "{n} chỉ số, chỉ tiêu.",
    "list.counts.sources": "{n} trang.",
    "list.counts.bases": "{n} cơ sở tính.",
    "list.counts.methods": "{n} phương pháp.",
    "list.counts.regions": "{n} vùng.",
    "list.silent": "{n} mục chưa có số liệu hay chỉ tiêu nào.",
    # compare
    "and": " và ",
    "compare.empty": "Chưa địa phương nào có số liệu.",
    "compare.both": "Hai địa phương cùng có số liệu của {n} nội dung.",
    "compare.both.one": "Hai địa phương cùng có số liệu của một nội dung.",
    "compare.several": "{n} nội dung có số liệu của nhiều địa phương.",
    "compare.several.one": "Một nội dung có số liệu của nhiều địa phương.",
    "compare.none-alike": "Không số liệu nào so sánh được với nhau.",
    "compare.alike": "{n} nội dung so sánh được: {counts}.",
    "compare.alike.one": "Một nội dung so sánh được: {counts}.",
    "compare.alike.rows": "{n} nội dung so sánh được, có nội dung theo nhiều cách tính: {counts}.",
    "compare.alike.rows.one": "Một nội dung so sánh được, theo nhiều cách tính: {counts}.",
    "compare.ahead-on": "{name} dẫn trước {n} nội dung",
    "compare.ahead-on.one": "{name} dẫn trước một nội dung",
    "compare.level-on": "{n} nội dung bằng nhau",
    "compare.level-on.one": "một nội dung bằng nhau",
    "compare.open-on": "{n} nội dung chưa rõ",
    "compare.open-on.one": "một nội dung chưa rõ",
    "compare.section.alike": "Cùng cách tính",
    "compare.section.apart": "Cùng có số liệu, khác cách tính",
    "compare.section.apart.several": "Nhiều địa phương có số liệu, khác cách tính",
    "compare.level": "bằng nhau",
    "compare.open": "chưa rõ",
    "compare.lead": "{name}: {by}",
    "compare.lead.range": "{name}: {by} (từ {low} đến {high})",
    "compare.note.extensive": (
        "Số lượng: địa phương lớn hơn thì có nhiều hơn, không nói lên ai dẫn trước."
    ),
    "compare.note.better-none": "Nhiều hơn không có nghĩa là tốt hơn.",
    "compare.only": "Chỉ {name} ({n})",
    "compare.only-places": "Riêng {name} có thứ hạng",
    "compare.targets": "Chỉ tiêu",
    "compare.targets.of": "{name}: {n} chỉ tiêu: {counts} (dtcompare gap {id})",
    "compare.targets.of.one": "{name}: 1 chỉ tiêu: {counts} (dtcompare gap {id})",
    "compare.predecessors": "{name} được sáp nhập từ",
    "column.ahead": "Dẫn trước",
    # trend
    "trend.title": "{indicator}: {names}",
    "trend.empty": "Chưa có số liệu. Nơi có số liệu: dtcompare rank {id}",
    "trend.empty.everywhere": (
        "Chưa địa phương nào có hai số liệu so sánh được ({n} nơi có một). Nơi có số liệu: "
        "dtcompare rank {id}"
    ),
    "trend.everywhere": "{n} {units} có từ hai số liệu so sánh được trở lên.",
    "trend.everywhere.one": "Một {unit} có từ hai số liệu so sánh được trở lên.",
    "trend.single": "{n} nơi khác có số liệu nhưng không có hai số liệu so sánh được.",
    "trend.single.one": "Một nơi khác có số liệu nhưng không có hai số liệu so sánh được.",
    "trend.one-point": "Không có hai số liệu so sánh được nên không nói được mức thay đổi.",
    "trend.up": "Tăng từ {first} ({start}) lên {last} ({end})",
    "trend.down": "Giảm từ {first} ({start}) xuống {last} ({end})",
    "trend.ahead": "Tăng hạng từ {first} ({start}) lên {last} ({end})",
    "trend.back": "Tụt hạng từ {first} ({start}) xuống {last} ({end})",
    "trend.same": "{last} ({end}), {first} ({start})",
    "trend.rate": "{text}, mỗi năm {rate}",
    "trend.sentence": "{text}.",
    "trend.of": "{name}: {text}",
    "trend.pace": (
        "Để đạt {target} ({by}) cần thay đổi {needed} mỗi năm, gấp {ratio} lần tốc độ đến nay."
    ),
    "trend.needs": "Để đạt {target} ({by}) cần thay đổi {needed} mỗi năm.",
    "trend.places": "thứ hạng trong {of}",
    "trend.since": "phương pháp từ năm {year}",
    "trend.until": "phương pháp đến năm {year}",
    "trend.unheld": "Chỉ tiêu chưa có số liệu đối chiếu ở trên",
    "trend.unchanged": "không đổi",
    "trend.place-up": "tăng {size}",
    "trend.place-down": "giảm {size}",
    "trend.merged": "sáp nhập ngày {date}",
    "trend.change": "{change} trong {years} năm",
    "trend.target": "chỉ tiêu {by}",
    "column.change": "Thay đổi",
    "column.from": "Từ",
    "column.to": "Đến",
    "column.per-year": "Mỗi năm",
    # reporting
    "reporting.title": "Địa phương nào có số liệu gì",
    "reporting.title.of": "{name}: các số liệu hiện có",
    "reporting.empty": "Chưa địa phương nào có số liệu.",
    "reporting.counts": (
        "{provinces}/{total} {units} có số liệu, thuộc {indicators} nội dung: {n} số liệu, mỗi nơi "
        "một số liệu cho mỗi nội dung."
    ),
    "reporting.comparable": "{n} trong số đó so sánh được với nơi khác.",
    "reporting.comparable.one": "Một trong số đó so sánh được với nơi khác.",
    "reporting.own": "{n}/{total} nội dung mà {units} có số liệu.",
    "reporting.by-province": "Theo {unit}",
    "reporting.by-indicator": "Theo nội dung",
    "reporting.own-figures": "Số liệu hiện có và độ cũ",
    "reporting.wanted": "Cần hỏi tiếp",
    "reporting.age": "{n} tháng",
    "reporting.age.one": "1 tháng",
    "reporting.why.silent_target": "chỉ tiêu {target}: đã quá hạn, chưa có thông tin",
    "reporting.why.unjudged_target": "chỉ tiêu {target}: chưa có số liệu cùng cách tính",
    "reporting.why.target_basis": "chỉ tiêu {target}: tính trên gì",
    "reporting.why.others_report": "{n} nơi khác có số liệu",
    "reporting.why.others_report.one": "một nơi khác có số liệu",
    "column.all": "Tất cả",
    "column.comparable": "So được",
    "column.age": "Độ cũ",
    "column.why": "Lý do",
    "yes": "có",
    "no": "không",
    # score
    "score.title": "{name}: thứ hạng và độ chắc chắn",
    "score.reweighted": "Với trọng số khác: {weights}.",
    "score.title.card": "{name}: cách tính",
    "score.title.explain": "{name}: điểm của {province} gồm những gì",
    "score.title.compare": "{name}, so với {other}",
    "score.ranked.refuse": "{n}/{total} {units} có đủ mọi số liệu cần cho chỉ số và được xếp hạng.",
    "score.ranked.refuse.one": (
        "Một trong {total} {units} có đủ mọi số liệu cần cho chỉ số và được xếp hạng."
    ),
    "score.ranked.skip": "{n}/{total} {units} có đủ số liệu để được xếp hạng.",
    "score.ranked.skip.one": ("Một trong {total} {units} có đủ số liệu để được xếp hạng."),
    "score.ranked.zero": (
        "{n}/{total} {units} có số liệu và được xếp hạng; số liệu thiếu tính là chưa đạt gì."
    ),
    "score.empty.refuse": (
        "Không địa phương nào trong {total} {units} có đủ mọi số liệu cần cho chỉ số. Thiếu "
        "gì: dtcompare reporting"
    ),
    "score.empty.skip": (
        "Không địa phương nào trong {total} {units} có đủ số liệu để xếp hạng. Thiếu gì: "
        "dtcompare reporting"
    ),
    "score.empty.zero": (
        "Không địa phương nào trong {total} {units} có số liệu. Có gì: dtcompare reporting"
    ),
    "score.first": "{name} đứng đầu với {score} điểm.",
    "score.first.shared": "{name} cùng đứng đầu với {score} điểm.",
    "score.relative": (
        "Một số thang điểm là tương đối: điểm cho biết vị trí so với nơi khác và thay đổi "
        "khi nơi khác thay đổi."
    ),
    "score.firm": (
        "Khi trọng số thay đổi ít, {n}/{total} thứ hạng giữ nguyên trong chín trên mười lần."
    ),
    "score.partial": (
        "{n} điểm số dựa trên số liệu chưa đủ: khoảng bên cạnh cho biết số liệu thiếu có thể làm "
        "điểm thành bao nhiêu."
    ),
    "score.partial.one": (
        "Một điểm số dựa trên số liệu chưa đủ: khoảng bên cạnh cho biết số liệu thiếu có thể làm "
        "điểm thành bao nhiêu."
    ),
    "score.views": "Nhóm chồng lấn, nêu bên cạnh, không cộng vào chỉ số",
    "score.label.gaps": "Số liệu thiếu",
    "score.gaps": (
        "Khoảng là điểm nếu mọi số liệu thiếu đều kém nhất, và nếu đều tốt nhất theo thang. "
        "Đó là điều có thể, không phải điều dễ xảy ra."
    ),
    "score.gaps.zscore": (
        "Độ lệch chuẩn không có giới hạn, nên không nói được số liệu thiếu làm điểm thay đổi "
        "bao nhiêu."
    ),
    "score.label.inexact": "Số liệu không chính xác",
    "score.inexact": (
        "{n} số liệu là từ ước lượng, khoảng hoặc ước tính, được tính theo số đã in: {names}"
    ),
    "score.inexact.one": (
        "Một số liệu là từ ước lượng, khoảng hoặc ước tính, được tính theo số đã in: {names}"
    ),
    "score.label.draws": "Trọng số khác",
    "score.draws": (
        "{n} lần, mọi trọng số được thay đổi ngẫu nhiên tới một phần tư (hạt giống {seed}): "
        "cột cho biết thứ hạng giữa và, trong ngoặc, khoảng chứa chín phần mười thứ hạng. Đó "
        "là mức thứ tự phụ thuộc trọng số, không phải xác suất đúng."
    ),
    "score.pairs": "Không phân biệt được với các trọng số như vậy: {pairs}",
    "score.pair": "{upper} và {lower} (đảo thứ tự {share} số lần)",
    "score.no-pairs": "Không cặp liền kề nào đổi chỗ quá 5% số lần.",
    "score.more": "; còn {n}",
    "score.label.left-out": "Bớt một chỉ tiêu",
    "score.left-out": (
        "Chỉ số được tính {n} lần, mỗi lần bỏ một chỉ tiêu. Điều đó cho biết thứ tự dựa vào "
        "chỉ tiêu nào, không phải chỉ tiêu nào sai."
    ),
    "score.left-out.item": (
        "Bỏ {name}: {n} thứ hạng thay đổi, nhiều nhất là {province}: {rank} thành {other}"
    ),
    "score.left-out.item.one": (
        "Bỏ {name}: một thứ hạng thay đổi, của {province}: {rank} thành {other}"
    ),
    "score.left-out.still": (
        "Bỏ bất kỳ chỉ tiêu nào trong {n} chỉ tiêu còn lại, không thứ hạng nào thay đổi."
    ),
    "score.left-out.still.one": ("Bỏ chỉ tiêu còn lại, không thứ hạng nào thay đổi."),
    "score.label.grid": "Cách tính khác",
    "score.grid": (
        "{n}/{total} cách tính dùng được: ba thang điểm, cộng hoặc nhân, trọng số này hoặc "
        "đều nhau. Cột cho biết thứ hạng tốt nhất và kém nhất. Đó là tác động của việc chọn "
        "cách khác, không phải cách nào tốt nhất."
    ),
    "score.grid.item": "{province}: {best} theo {best_by}; {worst} theo {worst_by}",
    "score.grid.constant": "Không tính được vì mọi số liệu của {name} bằng nhau: {methods}",
    "score.grid.zscore_product": (
        "Không tính được vì không nhân được độ lệch chuẩn: {methods}{name}"
    ),
    "score.grid.scale.declared": "thang điểm của chỉ số",
    "score.grid.scale.minmax": "thấp nhất đến cao nhất",
    "score.grid.scale.prank": "chỉ theo thứ hạng",
    "score.grid.weights.given": "trọng số này",
    "score.grid.weights.equal": "trọng số đều nhau",
    "score.aggregate.arithmetic": "tổng có trọng số",
    "score.aggregate.geometric": "tích có trọng số",
    "score.floored": "{text}, không dưới {floor}",
    "score.label.replay": "Trọng số đã cho",
    "score.replay": (
        "Thứ hạng với {n} bộ trọng số đã cho: thứ hạng giữa và, trong ngoặc, khoảng chứa "
        "chín phần mười."
    ),
    "score.not-ranked": "Không xếp hạng ({n})",
    "score.unplaced": "{province}: {reason}; có {share} trọng số. Thiếu: {missing}",
    "score.reason.no_figure": "không có số liệu nào",
    "score.reason.gap": "thiếu số liệu, và chỉ số không cho phép thiếu",
    "score.reason.coverage": "thiếu quá nhiều",
    "score.reason.group_coverage": "thiếu quá nhiều trong nhóm '{group}'",
    "score.explain": "{name} xếp {place} với {score} điểm.",
    "score.explain.ahead": "Ngay trên là {name} với {score} điểm, cách {points} điểm.",
    "score.explain.unplaced": "{name} không được xếp hạng: {reason}.",
    "score.explain.absent": "{name} không tồn tại vào ngày đó.",
    "score.explain.order": "Cách lên hạng dễ nhất trước",
    "score.explain.how": (
        "Điểm là phần chỉ tiêu đóng góp, cộng lại là điểm chung; mất là mức điểm tăng nếu "
        "chỉ tiêu đó đạt tốt nhất; lên hạng là số liệu mà một mình nó đủ. Đây là phép tính, "
        "không phải lời khuyên: dữ liệu không cho biết nâng một số liệu tốn bao nhiêu."
    ),
    "score.label.how": "Cách đọc",
    "score.strengths": "Hơn mức trung bình nhiều nhất",
    "score.weaknesses": "Kém mức trung bình nhiều nhất",
    "score.above": "{name} {points}",
    "score.marked": "{figure} *",
    "score.need": "điểm {score}",
    "score.compare": (
        "{n} {units} có thứ hạng ở cả hai, trong đó {moved} nơi khác hạng: ở đây xếp {here}, "
        "ở kia xếp {there}."
    ),
    "score.compare.here": "Chỉ được xếp ở đây ({n})",
    "score.compare.there": "Chỉ được xếp ở kia ({n})",
    "score.coverage-change": "{old} thành {new}: {points} điểm",
    "score.no-common": "không có chỉ tiêu chung",
    "score.card": "{indicators} chỉ tiêu trong {groups} nhóm; {rows} {units} được xếp hạng.",
    "score.card.file": "Tệp",
    "score.card.note": "Phương pháp theo",
    "score.card.period": "Số liệu kỳ",
    "score.card.aggregate": "Cách tổng hợp",
    "score.card.missing": "Số liệu thiếu",
    "score.card.gate": "Mức đủ số liệu tối thiểu",
    "score.card.gate.text": "{overall} trọng số, {group} trong mỗi nhóm lớn",
    "score.card.precision": "In và xếp hạng đến",
    "score.card.precision.text": "{n} chữ số thập phân, làm tròn nửa lên",
    "score.card.precision.text.one": ("một chữ số thập phân, làm tròn nửa lên"),
    "score.card.weights": "Trọng số đã đổi",
    "score.card.draws": "Số lần thử trọng số",
    "score.card.draws.text": (
        "{n}, hạt giống {seed}, mỗi trọng số nhân 1 cộng hoặc trừ tới {spread}"
    ),
    "score.card.versions": "Phiên bản",
    "score.card.tree": "Cây chỉ tiêu",
    "score.missing.skip": "bỏ qua; các trọng số khác trong nhóm chia phần",
    "score.missing.zero": "tính là mức kém nhất của thang",
    "score.missing.refuse": "không được xếp hạng",
    "score.worst": "số liệu kém nhất",
    "score.scale.bounds": "{least} tại {start}, {most} tại {end}",
    "score.scale.target": "{least} tại {start}, {most} tại {end}",
    "score.scale.minmax": "{least} tại kém nhất, {most} tại tốt nhất{start}{end}",
    "score.scale.prank": "{least} đến {most} theo thứ hạng{start}{end}",
    "score.scale.zscore": "độ lệch chuẩn so với trung bình{least}{most}{start}{end}",
    "score.scale.log": "{text}, theo lôgarit",
    "score.scale.relative": "{text} (tương đối)",
    "silent.cell": "chưa có",
    "column.score": "Điểm",
    "column.present": "Có số liệu",
    "column.with-gaps": "Nếu đủ số liệu",
    "column.drawn": "Trọng số khác",
    "column.top": "Trong {k} nơi đầu",
    "column.methods": "Cách khác",
    "column.scale": "Thang",
    "column.share": "Tỷ trọng",
    "column.points": "Đóng góp",
    "column.lost": "Mất",
    "column.next-place": "Lên hạng khi",
    "column.causes": "Thay đổi lớn nhất, theo điểm",
    "column.coverage-change": "Thay đổi do độ đủ số liệu",
    "column.node": "Nhóm hoặc chỉ tiêu",
    "column.weight": "Trọng số",
    "error.unknown-score": "không có chỉ số tổng hợp '{name}'",
    "error.list-score": "Chỉ số tổng hợp là một tệp trong scores/, hoặc đường dẫn tệp .yaml",
    "error.unknown-node": "cây không có nhóm hay chỉ tiêu '{name}'",
    "error.list-node": "Tất cả: dtcompare score NAME --method-card",
    "error.no-scores": "bộ dữ liệu này không có scores/; docs/score.md hướng dẫn cách viết",
    "error.bad-weight": "'{text}' không phải trọng số; hãy viết NODE=2, số từ 0 trở lên",
    "error.no-weight": "mọi trọng số của {names} sẽ bằng 0; hãy cho một nơi lớn hơn",
    "error.replay-alone": "--replay-ranks đi cùng --replay, tệp chứa các bộ trọng số",
    "error.replay-empty": "{path} không có bộ trọng số; hãy viết một dòng mã, rồi mỗi bộ một dòng",
    "error.replay-column": "{path}:1: '{name}' không có trong cây, hoặc lặp lại; một trong {known}",
    "error.replay-row": "{path}:{line}: {found} trọng số cho {count} cột",
    "error.replay-number": "{path}:{line}: '{text}' không phải trọng số; hãy viết số từ 0 trở lên",
    "note.score": "lưu ý: đây là {id}; còn có {others}",
    # Errors: what, where, what next
    "error.data-broken": "bộ dữ liệu {where} có lỗi; không trả lời từ dữ liệu đọc dở",
    "error.not-a-dataset": "{path} không phải bộ dữ liệu: không có thư mục provinces/",
    "error.no-file": "không có {path}",
    "error.no-data-file": "{path} không phải tệp dữ liệu",
    "error.how-many": "compare nhận từ hai đến {most} tỉnh, thành phố khác nhau",
    "error.not-extensive": "{id} không tăng theo quy mô địa phương; không dùng được --per",
    "error.unknown-province": "không có tỉnh, thành phố '{name}'",
    "error.unknown-indicator": "không có chỉ tiêu '{name}'",
    "error.unknown-subject": "không có tỉnh, thành phố hay chỉ tiêu '{name}'",
    "error.unknown-basis": "không có cơ sở tính '{name}'",
    "error.unknown-method": "không có phương pháp '{name}'",
    "error.unknown-region": "không có vùng '{name}'",
    "error.did-you-mean": "có phải {matches}?",
    "error.or": " hay ",
    "error.list-province": "Tất cả tỉnh, thành phố: dtcompare list provinces",
    "error.list-indicator": "Tất cả chỉ tiêu: dtcompare list indicators",
    "error.list-subject": "Tất cả chỉ tiêu: dtcompare list indicators",
    "error.list-basis": "Tất cả cơ sở tính: dtcompare list bases",
    "error.list-method": "Tất cả phương pháp: dtcompare list methods",
    "error.list-region": "Tất cả vùng: dtcompare list regions",
    "error.bad-period": (
        "'{text}' không phải kỳ số liệu; hãy viết 2025, 2025-06, 2025-06-30, 2025-Q4, 2025-H1 hoặc "
        "2021/2025"
    ),
    "error.bad-date": "'{text}' không phải ngày; hãy viết 2025-06-30",
    "error.bad-scope": "'{text}' không phải phạm vi; hãy viết một trong {keys}, hoặc KEY=TÊN",
    "error.bad-format": "'{text}' không phải định dạng; một trong {known}",
    "error.stdout-closed": "đầu ra chuẩn đã đóng",
    "standard-output": "đầu ra chuẩn",
    "error.cannot-write": "không ghi được {path}: {reason}",
    "error.cannot-read": "không đọc được {path}: {reason}",
    "error.empty-path": "{option} để trống; hãy ghi tên",
    "error.not-regular": "{path} không phải tệp thường; hãy chọn một tệp, hoặc tên mới",
    "error.unknown-suffix": "dtcompare không ghi được '{suffix}'; một trong {known}",
    "error.chart-option": "{option} chỉ dùng cho biểu đồ; lưu bằng -o TỆP.png, .svg hoặc .pdf",
    "error.alt-is-chart": "--alt {path} chính là tệp của biểu đồ; hãy chọn tên tệp khác",
    "error.chart-kind": "không có biểu đồ '{kind}' cho kết quả này; một trong {known}",
    "error.no-chart": "kết quả này không có biểu đồ; lưu thành bảng với đuôi như .csv hoặc .html",
    "error.chart-no-grid": (
        "register.yaml không có ô cho các địa phương vào ngày {day} nên không có bản đồ; "
        "hãy bỏ --chart map"
    ),
    "error.chart-rows": (
        "{rows} dòng không vừa một trang ({size});"
        " vẽ một phần với --first 5 --last 3, hoặc chọn --size khác"
    ),
    "error.chart-full": ("biểu đồ không vừa một trang ({size}, {rows} dòng); chọn --size khác"),
    "error.chart-bump": "{id} không có thứ hạng công bố; --chart bump chỉ vẽ chỉ số xếp hạng",
    "error.no-national-targets": "--against chỉ nhận 'national'",
    "error.usage": "{command} -h cho biết có thể gõ gì.",
    "error.unexpected": "dtcompare gặp lỗi bên trong: {what}; --debug cho biết ở đâu",
    "note.highlight": "lưu ý: --highlight không làm thay đổi gì trên biểu đồ này đối với {name}",
    "note.letters-lent": (
        "lưu ý: phông chữ của biểu đồ không có {signs}: thay bằng phông khác hoặc ô trống"
    ),
    "note.right-to-left": (
        "lưu ý: PNG và PDF không vẽ chữ viết từ phải sang trái: {signs}; hãy lưu dạng SVG"
    ),
    "note.former": "lưu ý: '{name}' được hiểu là {unit} cũ {id}, kết thúc ngày {date}",
    "answered-with": "lưu ý: '{typed}' được trả lời bằng: dtcompare {command}",
    # The bare command
    "home.data": (
        "Dữ liệu: {n} {units} hiện nay, {former} địa phương cũ. Trang mới nhất đã đọc: {date}."
    ),
    "error.no-pyarrow": 'Parquet cần pyarrow, hiện chưa được cài; pip install "dtcompare[parquet]"',
    "error.needs-file": "{format} không phải văn bản; hãy nói lưu vào đâu: -o FILE",
    "error.unknown-export": (
        "không có dạng xuất nào mang đuôi {suffix!r}; các đuôi có: {known}, hoặc dùng --format"
    ),
    "cache.none": "Không có thư mục cho các bản dựng sẵn.",
    "cache.foreign": "Không dùng: thư mục không phải của riêng bạn.",
    "cache.entry": "{name}: {size} kB",
    "cache.count": "{n} bản dựng sẵn.",
    "cache.count.one": "1 bản dựng sẵn.",
    "cache.count.zero": "Không có bản dựng sẵn nào.",
    "cache.cleared": "Đã xóa {n} bản dựng sẵn.",
    "cache.cleared.one": "Đã xóa 1 bản dựng sẵn.",
    "cache.cleared.zero": "Không có gì để xóa.",
    "reading": "Đang đọc {bar} {done}/{of} tệp",
    "drawing": "Đang vẽ {bar} {done}/{of} biểu đồ",
    "drawing.not": "không vẽ được: {name}: {why}",
    "home.data.no-date": "Dữ liệu: {n} {units} hiện nay, {former} địa phương cũ.",
    # Thêm dòng
    "error.cannot-place": (
        "{file} được viết theo cách không còn chỗ cho một dòng riêng; hãy thêm bằng tay"
    ),
    "error.missing-option": "thiếu {option}",
    "error.missing-choice": "thiếu {option}; một trong: {choices}",
    "error.bad-change": "'{text}' không phải mức thay đổi; hãy viết KEY=SỐ với một trong {keys}",
    "error.twice": "'{text}' nhập {option} lần thứ hai",
    "error.out-of-place": "{option} không đi cùng các tuỳ chọn còn lại",
    "error.known-source": "nguồn '{id}' đã có; hãy bỏ {option}",
    "error.new-source": "chưa có nguồn '{name}'; nguồn mới cần {options}",
    "error.file-there": "{path} đã có; dùng dtcompare add {id} để thêm vào",
    "error.bundled": (
        "{path} đi kèm dtcompare, bản cập nhật sẽ xoá mất thay đổi; hãy sửa trong bản sao của kho "
        "hoặc của thư mục dữ liệu và chỉ ra bằng --data"
    ),
    "error.no-national": (
        "chưa có national.yaml; hãy tạo tệp với dòng 'name: ...' là tên gọi của toàn thể"
    ),
    "error.overtaken": "{path} đã thay đổi sau khi được đọc; chưa ghi gì, hãy thử lại",
    "add.dry-run": "chưa ghi gì (chạy thử)",
    "ask.province": "Tỉnh, thành phố",
    "ask.indicator": "Chỉ tiêu",
    "ask.word": "Từ đứng trước con số",
    "ask.numbers": "Hai con số (50 55)",
    "ask.again": "'{answer}' không đúng dạng; hãy viết như trong ngoặc",
    "ask.number": "Con số (đúng như đã in, dấu chấm cho phần thập phân)",
    "ask.period": "Kỳ (2025, 2025-06, 2025-Q4, unstated)",
    "ask.by": "Hạn (2026, 2026-06-30)",
    "ask.basis": "Tỷ lệ của cái gì",
    "ask.method": "Cách đo",
    "ask.source": "Mã của nguồn (a-z, 0-9, như bpt-2026-07)",
    "ask.title": "Tiêu đề, nguyên ngữ",
    "ask.publisher": "Nơi đăng",
    "ask.published": "Ngày đăng (2026-02-03, 2026-02, unknown)",
    "ask.url": "Địa chỉ (https://...)",
    "error.new-source-near": (
        "không có nguồn '{name}' (gần giống: {near}); nguồn mới cần {options}"
    ),
    "add.refused": "chưa ghi gì",
    # Phiên bản
    "error.no-git": "chưa cài git, hoặc git không có trong PATH",
    "error.no-repository": "{path} không nằm trong kho git nào",
    "error.no-revision": "kho này không có phiên bản '{revision}'",
    "error.no-revision-fetch": (
        "bản sao rút gọn này không có phiên bản '{revision}'; "
        "hãy tải về: git fetch --depth=1 origin {revision}"
    ),
    "error.no-revision-deepen": (
        "bản sao rút gọn này không có phiên bản '{revision}'; hãy tải thêm: git fetch --deepen=50"
    ),
    "error.no-contents": (
        "bản sao này không có các tệp của {revision}; hãy tải về: git fetch --refetch --no-filter"
    ),
    "error.not-there-then": "{revision} không có bộ dữ liệu trong {path}",
    # Thay đổi
    "diff.title": "thay đổi trong dữ liệu",
    "diff.none": "không có gì thay đổi.",
    "diff.around": "danh mục, danh bạ hoặc phần mô tả thay đổi",
    "diff.added": "thêm",
    "diff.changed": "sửa",
    "diff.removed": "bỏ",
    "diff.count.values.added": "thêm {n} số liệu",
    "diff.count.values.added.one": "thêm 1 số liệu",
    "diff.count.values.changed": "sửa {n} số liệu",
    "diff.count.values.changed.one": "sửa 1 số liệu",
    "diff.count.values.removed": "bỏ {n} số liệu",
    "diff.count.values.removed.one": "bỏ 1 số liệu",
    "diff.count.targets.added": "thêm {n} chỉ tiêu",
    "diff.count.targets.added.one": "thêm 1 chỉ tiêu",
    "diff.count.targets.changed": "sửa {n} chỉ tiêu",
    "diff.count.targets.changed.one": "sửa 1 chỉ tiêu",
    "diff.count.targets.removed": "bỏ {n} chỉ tiêu",
    "diff.count.targets.removed.one": "bỏ 1 chỉ tiêu",
    "diff.count.sources.added": "thêm {n} nguồn",
    "diff.count.sources.added.one": "thêm 1 nguồn",
    "diff.count.sources.changed": "sửa {n} nguồn",
    "diff.count.sources.changed.one": "sửa 1 nguồn",
    "diff.count.sources.removed": "bỏ {n} nguồn",
    "diff.count.sources.removed.one": "bỏ 1 nguồn",
    "diff.count.moves": "{n} {units} đổi thứ hạng",
    "diff.count.moves.one": "1 {unit} đổi thứ hạng",
    "diff.count.met": "{n} chỉ tiêu chuyển sang đạt",
    "diff.count.met.one": "1 chỉ tiêu chuyển sang đạt",
    "diff.count.contradictions": "{n} mâu thuẫn mới",
    "diff.count.contradictions.one": "1 mâu thuẫn mới",
    "diff.count.indices.added": "thêm {n} chỉ số tổng hợp",
    "diff.count.indices.added.one": "thêm 1 chỉ số tổng hợp",
    "diff.count.indices.changed": "định nghĩa lại {n} chỉ số tổng hợp",
    "diff.count.indices.changed.one": "định nghĩa lại 1 chỉ số tổng hợp",
    "diff.count.indices.removed": "bỏ {n} chỉ số tổng hợp",
    "diff.count.indices.removed.one": "bỏ 1 chỉ số tổng hợp",
    "diff.count.scores": "{n} {units} đổi điểm hoặc hạng trong chỉ số tổng hợp",
    "diff.count.scores.one": "1 {unit} đổi điểm hoặc hạng trong chỉ số tổng hợp",
    "diff.count.broken": "{n} chỉ số tổng hợp không tính được",
    "diff.count.broken.one": "1 chỉ số tổng hợp không tính được",
    "diff.no-moves": "không thứ hạng nào thay đổi",
    "diff.lines": "Số liệu và chỉ tiêu",
    "diff.moves": "Thứ hạng thay đổi",
    "diff.verdicts": "Chỉ tiêu được đánh giá lại",
    "diff.scores": "Chỉ số tổng hợp thay đổi",
    "diff.scores.added": "Chỉ số tổng hợp thêm",
    "diff.scores.changed": "Chỉ số tổng hợp định nghĩa lại",
    "diff.scores.removed": "Chỉ số tổng hợp bỏ",
    "diff.scores.broken": "Không tính được",
    "diff.broken.was": "{name}, trước: {message}",
    "diff.broken.is": "{name}, nay: {message}",
    "diff.index.added": "thêm",
    "diff.index.changed": "định nghĩa lại",
    "diff.index.removed": "bỏ",
    "diff.ranked": "Lần đầu xếp hạng được",
    "diff.unranked": "Không còn xếp hạng được",
    "diff.contradictions": "Mâu thuẫn mới",
    "diff.sources.added": "Nguồn thêm",
    "diff.sources.changed": "Nguồn sửa",
    "diff.sources.removed": "Nguồn bỏ",
    "diff.column.change": "Thay đổi",
    "diff.column.indicator": "Chỉ số",
    "diff.column.period": "Thời điểm",
    "diff.column.was": "Trước",
    "diff.column.is": "Nay",
    "diff.column.index": "Chỉ số tổng hợp",
    "diff.column.score-was": "Điểm trước",
    "diff.column.score-is": "Điểm nay",
    "diff.column.place-was": "Hạng trước",
    "diff.column.place-is": "Hạng nay",
    "diff.column.page": "Nguồn và dòng",
    "diff.column.figure": "Số liệu",
    "diff.column.target": "Chỉ tiêu",
    "diff.in": "{period}",
    "diff.by": "đến {period}",
    "diff.reject": "không dùng: {why}",
    "diff.prefer": "được chọn",
    "diff.no-note": "bỏ ghi chú",
    "diff.contradiction": "{name}, {indicator}: {chosen} ({one}) trái với {other} ({two})",
    "error.unknown-schema": "không có lược đồ '{name}'",
    "error.list-schema": "Mọi lược đồ: dtcompare schema",
}
