"""Every code a diagnostic may have, with its meaning in a line.

A code is a word that people search for and that tests hold on to: it is never renamed
without need. ``printpress`` and its manual take the meanings from here.
"""

from collections.abc import Mapping
from types import MappingProxyType

from printpress.diagnostics import Both

CODES: Mapping[str, Both] = MappingProxyType(
    {
        # Files as such.
        "missing-file": Both("a named file does not exist", "所写的文件不存在"),
        "unreadable-file": Both("a file cannot be opened", "文件打不开"),
        "outside-root": Both(
            "a path leaves the paper's folder", "路径指到报纸文件夹之外"
        ),
        "bad-path": Both("a path is not written with /", "路径不是用 / 写的"),
        "not-utf-8": Both("a file is not UTF-8", "文件不是 UTF-8 编码"),
        "strange-character": Both(
            "an invisible character stands in a file", "文件中有看不见的字符"
        ),
        "too-large": Both("a file is larger than any copy", "文件过大"),
        "too-deep": Both("values are nested too deep", "嵌套过深"),
        "empty-file": Both("a file has no keys", "文件中没有任何键"),
        "no-root": Both(
            "no folder upward is a paper's", "上级文件夹中没有报纸的根目录"
        ),
        "issue-exists": Both("an issue of that day is there", "这一天的报纸已经有了"),
        "no-frame": Both("no issue before could be a frame", "之前没有可沿用的一期"),
        "signature-lapsed": Both("a signed page has changed since", "签过的版又改动了"),
        "not-signed": Both("a page lacks a signature", "版面还没有签"),
        "bad-signature": Both("a line of the log is no signature", "签字记录有坏行"),
        "no-such-page": Both("the issue has no such page", "没有这一版"),
        "no-record": Both("a build has no record to compare", "出的样没有可比的记录"),
        "no-git": Both("git is needed and not there", "需要 git，但没有安装"),
        "no-revision": Both("git knows no such revision", "git 里没有这个版本"),
        "not-in-revision": Both("a revision lacks the issue", "那个版本里没有这一期"),
        "no-cluster": Both("a cluster cannot be reached", "连不上集群"),
        "worker-lost": Both("a worker of a batch died", "批量制作的进程异常退出"),
        "slot-taken": Both("a slot holds another story", "版位已有别的稿件"),
        "name-taken": Both("another file has the name", "文件名已被占用"),
        "paper-exists": Both("a new paper's folder is not empty", "新报纸的文件夹不空"),
        # YAML, key by key.
        "yaml-syntax": Both("a line is not YAML", "不合 YAML 语法"),
        "merge-key": Both("YAML's merge key is used", "用了 YAML 合并键"),
        "duplicate-key": Both("a key is written twice", "键重复"),
        "unknown-key": Both("a key is not known here", "此处没有这个键"),
        "missing-key": Both("a needed key is missing", "缺少必需的键"),
        "empty-value": Both("a needed value is missing", "缺少必需的值"),
        "wrong-type": Both(
            "a value, a list or a group of keys stands in another's place",
            "值、列表、键组放错了位置",
        ),
        "too-few": Both("a group or list is empty", "键组或列表是空的"),
        "wrong-count": Both("a list has too few or too many", "列表项数不对"),
        "bad-number": Both("a value is not a number", "不是数字"),
        "bad-length": Both("a value is not a length", "不是长度"),
        "bad-cells": Both("a value is not columns or rows", "不是栏或行的范围"),
        "bad-choice": Both("a word is not among the choices", "不在可选的词之中"),
        "bad-name": Both(
            "a name holds marks that addresses use", "名称含有不许用的符号"
        ),
        "bad-url": Both("a QR code's address is none", "二维码网址不合格式"),
        "bad-template": Both("a template cannot be filled in", "模板无法填写"),
        "out-of-range": Both("a value is too small or too large", "数值超出范围"),
        "range-reversed": Both("a range goes from large to small", "范围大小颠倒"),
        "unknown-size": Both("a type size has no such name", "没有这个字号名"),
        "unknown-colour": Both("the house has no such colour", "色表中没有这个颜色"),
        "unknown-font": Both("fonts.yaml has no such face", "字体表中没有这个字体"),
        "unknown-role": Both("the house has no such role", "没有这个样式"),
        "not-yet": Both(
            "this version reads it but cannot set it", "此版本能读取但还不能排"
        ),
        # The house and its layouts.
        "bad-profile": Both(
            "a file is no profile of a CMYK press", "不是 CMYK 印刷机的特性文件"
        ),
        "no-profile": Both(
            "a print file has no output profile", "付印文件没有输出特性文件"
        ),
        "bad-spot": Both("a spot colour's name is none", "专色名不能用"),
        "spot-unlike": Both(
            "one spot colour is imitated in two ways", "同一专色的四色替代不一致"
        ),
        "colour-on-black": Both(
            "colour stands on a page printed in black only", "单黑版上有颜色"
        ),
        "too-many-spots": Both(
            "more spot colours than the press prints", "专色多于印厂可印的数目"
        ),
        "too-much-ink": Both("a colour is more ink than paper bears", "总墨量超限"),
        "rich-black": Both("a black is of several inks", "黑色用了多色叠印"),
        "row-too-small": Both("rows do not hold the body text", "行距小于正文字号"),
        "type-area-too-large": Both("the type area leaves the sheet", "版心超出成品"),
        "inside-non-printing": Both(
            "the type area is nearer to the trim than the press prints",
            "版心进入印厂不可印区",
        ),
        "unknown-house": Both("there is no such house", "没有这份报社样式"),
        "unknown-layout": Both("there is no such layout", "没有这个版式"),
        "extends-cycle": Both("files extend one another in a ring", "继承成环"),
        "no-slots": Both("a layout has no slot", "版式没有版位"),
        "slots-overlap": Both("two things take the same cells", "版位重叠"),
        "outside-grid": Both("a slot leaves the grid", "版位超出网格"),
        "across-fold": Both("text lies across the fold of a spread", "文字跨折缝"),
        "picture-outside-slot": Both(
            "a place for a picture, quote or facts leaves its slot",
            "图片、引语或资料的位置超出版位",
        ),
        "layout-gap": Both("rows of a layout hold nothing", "版式有空洞"),
        "heads-must-collide": Both(
            "two headings stand side by side whatever the copy", "版式使两题相对"
        ),
        "no-separation": Both(
            "neighbours have no rule or air between them", "相邻两稿没有隔开"
        ),
        "columns-remainder": Both(
            "columns divided anew leave cells over", "破栏有余数"
        ),
        # The issue.
        "unknown-edition": Both("there is no such edition", "没有这个地方版"),
        "edition-not-listed": Both(
            "an edition with files of its own is not made", "有文件的地方版没有列出"
        ),
        "style-locked": Both(
            "an edition sets what is the house's", "地方版改了报社统一的样式"
        ),
        "unknown-press": Both("there is no such print shop", "没有这个印厂"),
        "bad-date": Both("a value is not a date", "不是日期"),
        "impossible-date": Both("there is no such day", "没有这一天"),
        "bad-page-number": Both("a key is not a page number", "不是版次"),
        "duplicate-page": Both("a page is given twice", "版次重复"),
        "page-gap": Both("pages do not run from 1 on", "版次不连续"),
        "not-facing": Both("a spread's pages do not face each other", "通版两版不相对"),
        "spread-layout": Both(
            "one page has a spread's layout, or two have one page's",
            "版次与版式的版数不符",
        ),
        "too-many-pages": Both("more pages than the licence allows", "版数超过许可"),
        "pages-multiple": Both(
            "pages are not a multiple that the press prints", "版数不是印厂的倍数"
        ),
        "unknown-slot": Both("the layout has no such slot", "版式没有这个版位"),
        "empty-slot": Both("a slot has no story", "版位没有稿件"),
        "slot-takes-no-story": Both("a slot fills itself", "版位自动生成，不放稿件"),
        "no-weather": Both("a page tells a weather that is not given", "没有写天气"),
        "unknown-sky": Both("no icon shows a sky", "没有这种天气的图标"),
        "missing-story": Both("a story has no file", "稿件没有文件"),
        "placed-twice": Both("a story is placed twice", "一稿两排"),
        "unplaced-story": Both("a story stands on no page", "稿件没有排上版"),
        "bad-jump-target": Both(
            "a jump's target is not written page.slot", "转版去处写法不对"
        ),
        "jump-nowhere": Both("a jump leads to no free slot", "转版无处可转"),
        "bad-pin": Both("a pin's value cannot be", "固定值不可用"),
        "unknown-pin": Both("a pin fixes what there is not", "固定项不存在"),
        # Stories and pictures.
        "no-head": Both("a story does not begin with ---", "稿件没有头部"),
        "head-not-closed": Both("a story's head does not end", "稿件头部没有结束"),
        "empty-story": Both("a story has no text", "稿件没有正文"),
        "empty-headline": Both("a headline has no words", "主题没有文字"),
        "bad-character": Both("a character cannot be set", "有不能排的字符"),
        "markup-unclosed": Both("a mark of emphasis does not end", "强调标记没有闭合"),
        "markup-unsupported": Both(
            "a kind of Markdown that a newspaper does not set", "不支持的 Markdown 写法"
        ),
        "note-unmatched": Both(
            "a note mark and its note do not match", "注码与注文对不上"
        ),
        "unknown-block": Both("there is no block of that name", "没有这种段落块"),
        "block-unclosed": Both("a block's ::: has no partner", "段落块的 ::: 没有配对"),
        "bad-table": Both("a table's rows do not agree", "表格各行对不上"),
        "no-picture": Both("a picture's slot has no picture", "图片版位没有图片"),
        "inset-unplaced": Both(
            "a quote or a box of facts finds no room", "引语或资料框没有位置"
        ),
        "inset-too-long": Both(
            "a quote or a box of facts is longer than its place",
            "引语或资料框超出给它的行数",
        ),
        "wrap-crossed": Both(
            "a table stands beside a picture that text is wrapped round",
            "绕排图片旁边排了表格",
        ),
        "picture-profile": Both(
            "a picture's own colour profile is damaged", "图片内嵌特性文件损坏"
        ),
        "picture-unplaced": Both("a picture has no place", "图片没有位置"),
        "picture-unreadable": Both("a picture cannot be read", "图片无法读取"),
        "low-ppi": Both("a picture is too coarse for its size", "图片分辨率不足"),
        "qr-payload": Both("a QR code holds too much", "二维码内容过长"),
        "qr-too-small": Both("a QR code's modules are too small", "二维码码点过小"),
        "qr-too-large": Both("a QR code leaves its cells", "二维码超出所给栏行"),
        "art-unreadable": Both("a drawing is no SVG", "图稿不是 SVG"),
        "art-unsupported": Both(
            "a drawing holds more than outlines", "图稿中有轮廓以外的内容"
        ),
        "art-colour": Both(
            "a drawing's colour is none of the house's", "图稿颜色不在色表中"
        ),
        "advert-refused": Both(
            "a supplied PDF advert breaks a rule of the press",
            "PDF 广告来样不合印厂要求",
        ),
        "advert-doubtful": Both(
            "a supplied PDF advert may not print well", "PDF 广告来样印出来可能不理想"
        ),
        "advert-size": Both(
            "a supplied PDF advert has another size than its place",
            "PDF 广告来样与版位尺寸不符",
        ),
        "advert-shape": Both(
            "an advert has another shape than its slot", "广告与版位形状不同"
        ),
        # Faces.
        "damaged-font": Both("a face's file is damaged", "字体文件损坏"),
        "font-not-truetype": Both("a face is not TrueType", "字体不是 TrueType"),
        "font-not-embeddable": Both(
            "a face's licence forbids embedding", "字体不许嵌入"
        ),
        "missing-glyph": Both("no face has a character", "所有字体都缺这个字"),
        # Make-up.
        "overset": Both("a story is longer than its slot", "稿件超出版位"),
        "short": Both("a story is shorter than its slot", "稿件不足版位"),
        "gave-way": Both("the page gave way so that copy fits", "为凑版面作了让步"),
        "deck-left-out": Both(
            "a deck was left out so that copy fits", "为凑版面没有排副题"
        ),
        "text-too-small": Both(
            "words fit their place only below the press's smallest size",
            "文字要小于印厂的最小字号才放得下",
        ),
        "heading-too-high": Both(
            "a heading takes more rows than its role allows", "标题所占行数超过样式"
        ),
        "headline-too-wide": Both("a headline does not fit its width", "标题排不下"),
        "table-too-wide": Both("a table is wider than its column", "表格宽于所在的栏"),
        "imprint-incomplete": Both(
            "the imprint lacks what the law asks for", "报尾缺少依法须载明的事项"
        ),
        "advert-internal": Both(
            "internal material carries an advert", "内部资料刊登广告"
        ),
        "fixture-full": Both(
            "a slot is too low for what fills it", "版位容不下自动生成的内容"
        ),
        "guide-full": Both("the guide has too many entries", "导读条目过多"),
        "guide-unlike": Both(
            "a guide line says nothing of its story", "导读与稿件对不上"
        ),
        "guide-overset": Both("the guide's items find no room", "导读条目排不下"),
        "guide-short": Both("the guide has too few entries", "导读条目不足"),
        "initial-left-out": Both(
            "a story's initial is set as plain text", "首字没有放大"
        ),
        "loose-line": Both("a line's characters stand wide apart", "有一行字距偏松"),
        "parted-address": Both(
            "an address is parted at a line's end", "网址在行末拆开"
        ),
        "rough-line": Both("a line could not be set well", "有一行排得不好"),
        "widow": Both("a last line stands alone at a head", "段末行单独在栏首"),
        "orphan-line": Both("a first line stands alone at a foot", "段首行单独在栏末"),
        "stranded-subhead": Both(
            "a subhead has one line below it at a foot", "栏末小标题下只有一行"
        ),
        "bad-jump": Both("a story is divided at a bad place", "转版断处不当"),
        "jump-unneeded": Both("a story that was to jump fits its slot", "稿件不必转版"),
        "copy-lost": Both(
            "a page lost or doubled characters of a story", "版面丢字或重字"
        ),
        # Lints of the copy.
        "unpaired-mark": Both("a quote or bracket has no partner", "引号括号不成对"),
        "doubled-word": Both("words or stops stand twice", "字词或标点重复"),
        "repeated-sentence": Both("a story says a sentence twice", "同一句写了两遍"),
        "broken-parallel": Both(
            "a series of sentences is broken", "并列句不一致或序号缺漏"
        ),
        "half-width-mark": Both(
            "a half-width mark stands in Chinese text", "中文里用了半角标点"
        ),
        "mixed-numerals": Both(
            "numbers are in digits here and in Han there", "数字与汉字写法不一"
        ),
        "wrong-post": Both("a post is not that of the register", "职务与名册不符"),
        "wrong-name": Both("a name is not that of the register", "姓名与名册不符"),
        "name-order": Both("names stand in another order", "排名先后与名册不符"),
        "wrong-day": Both("a date or weekday is not so", "日期、星期对不上"),
        "wrong-page-number": Both("a page named is not in the issue", "版次对不上"),
        "wrong-issue-number": Both("an issue number named is not so", "期号对不上"),
        "story-twice": Both("two stories say the same", "两篇稿件内容重复"),
        # Lints of the pages.
        "heads-collide": Both(
            "two headings stand side by side or stacked", "两题并排或相叠"
        ),
        "rank-inversion": Both(
            "a heading is larger than one of higher rank", "标题大小与主次颠倒"
        ),
        "stranded-heading": Both("a heading has no text below it", "标题落在栏末"),
        "photo-floating": Both("a picture touches nothing", "图片浮在文字中间"),
        "no-dominant": Both("a page has no dominant picture", "版面没有主图"),
        "caption-overhang": Both(
            "a caption is wider than its picture", "图片说明宽于图片"
        ),
        "short-leg": Both("a leg of text is too short", "文字段行数过少"),
        "through-gutter": Both("a page falls into halves", "通缝、断版"),
        "registration-missing": Both(
            "no page prints what the law wants printed", "没有印依法须载明的事项"
        ),
        "forbidden-word": Both(
            "an internal publication calls itself a newspaper", "内部资料用了报刊的字样"
        ),
        "internal-editions": Both(
            "an internal publication has several editions", "内部资料一期多版"
        ),
        # Copy as it comes.
        "not-importable": Both("a file cannot be imported", "文件不能导入"),
        "story-exists": Both(
            "an imported story is there already", "要导入的稿件已经存在"
        ),
        "import-unlike": Both(
            "an imported story is not what was sent", "导入的稿件与原文不符"
        ),
        # Files for the shop.
        "not-sent": Both(
            "nothing tells which pages the shop has", "没有已发送版面的记录"
        ),
        "changed-too": Both(
            "a page that is not sent again has changed", "没有重发的版也有改动"
        ),
        # Imposition.
        "not-imposable": Both("pages do not make up sheets", "各页拼不成折页"),
        "annotation-left-out": Both(
            "notes or links on a page are not imposed", "批注、链接没有拼入"
        ),
        # The command line.
        "missing-extra": Both(
            "a part of printpress is not installed", "有一个附加组件没有安装"
        ),
        "port-taken": Both("another program uses that port", "端口已被占用"),
        "file-trouble": Both("a file cannot be written or read", "文件读写出错"),
        "bug": Both("a fault of printpress itself", "printpress 自身的错误"),
    }
)
"""Code → its meaning."""
