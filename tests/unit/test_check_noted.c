/* Whoever follows a remedy to the letter and puts the note or the correction into the case file is told so: for every
 * finding whose remedy asks for one, a paper that is about it and one that is about something else. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "../../stages/check/checks.h"
#include "submitted.h"

#define CATALOGUE "pipeline/rules/findings.xml"
#define CASEFILE "行政处罚1"
#define FOLDER "案卷/" CASEFILE "/"
#define NOTE "情况说明.docx"

/* PARAMS of the finding: name=value, parted by blanks. */
typedef struct { const char *code, *variant, *params, *note, *other; } Asked;

static const Asked asked[] = {
    {"EXT-001", NULL, "field=decision-date undated=decision-date", "《行政处罚决定书》原件落款漏写日期，经查发文登记，于2016年9月12日签发。",
     "送达日期漏写，已由送达人补充说明。"},
    {"EXT-001", "undated-notice", "", "事先告知书原件落款漏写日期。", "告知书由两人送达，特此说明。"},
    {"EXT-002", "measured", "", "决定书的监测值有笔误，应为812毫克/立方米。", "当事人已缴清罚款，特此说明。"},
    {"EXT-002", "identity", "name=宋春华", "移送书所写宋春华的身份证号码抄错一位，应为4312…12。", "宋春华系生产副厂长。"},
    {"EXT-002", "reasons", "", "决定书理由部分的单位名称有误，系套用旧文书。", "当事人已缴清罚款，特此说明。"},
    {"EXT-002", "one-number", "name=宋春华", "移送书的姓名宋春华有误，应为唐志刚，身份证号码无误。", "宋春华系生产副厂长。"},
    {"EXT-002", "responsible", "", "移送书所写责任人员有误，应为唐志刚。", "当事人已缴清罚款，特此说明。"},
    {"EXT-003", "identity", "value=431224*******7231", "移送书中身份证号码漏写一位，已更正。", "身份证复印件附后。"},
    {"EXT-003", "identity-check", "value=431224********7231", "移送书中身份证号码有笔误，已更正。", "身份证复印件附后。"},
    {"EXT-002", "record-days", "value=2016-06-30 other-value=2016-08-30", "询问笔录开头的2016年6月30日系笔误，应为8月30日。", "当事人已缴清罚款，特此说明。"},
    {"EXT-002", "listed-record", "", "决定书所列检查笔录的日期系笔误，已更正。", "当事人已缴清罚款，特此说明。"},
    {"EXT-002", "listed-day", "", "决定书所列检查笔录的日期系笔误，已更正。", "当事人已缴清罚款，特此说明。"},
    {"EXT-002", "outlet", "", "监测报告的2号排气筒与决定书的1号排气筒是同一点位，编号不同。", "当事人已缴清罚款，特此说明。"},
    {"EXT-001", "service", "of=penalty-decision", "送达回证原件未填写送达日期，送达人回忆为2016年9月13日。", "送达回证的送达地点写为厂区门口。"},
    {"EXT-002", NULL, "value=25000.00 other-value=15000.00 quote=￥25000元 other-quote=￥15000元",
     "申请书中罚款2.5万元系笔误，应为壹万伍仟元整。", "申请书中加处罚款15000元的计算过程如下。"},
    {"EXT-002", NULL, "field=served-number value=方环罚字〔2016〕32号 other-value=方环罚字〔2016〕40号",
     "决定书送达回证所填文号“40号”系笔误，实为本案决定书，特此说明。", "决定书送达回证由厂长签收，电话号码误写。"},
    {"EXT-002", NULL, "field=notice-number value=甲告〔2016〕1号 other-value=甲告〔2016〕2号", "决定书所引告知书文号系笔误。", "告知书的罚款金额系笔误。"},
    {"EXT-002", NULL, "field=decision-number value=甲罚〔2016〕1号 other-value=甲罚〔2016〕2号", "结案表所写处罚决定书文号有误。", "处罚决定书日期有误。"},
    {"EXT-002", "original-number", "field=decision-number value=甲罚〔2016〕1号 other-value=甲连罚〔2016〕1号",
     "按日连续处罚决定书文号写错。", "处罚决定书日期有误。"},
    {"EXT-002", NULL, "field=order-number value=甲改〔2016〕1号 other-value=甲改〔2016〕2号", "责令改正决定书编号写错。", "责令改正期限写错。"},
    {"EXT-002", NULL, "field=demand-number value=甲催〔2016〕1号 other-value=甲催〔2016〕2号", "催告书文号写错。", "催告书期限写错。"},
    {"EXT-002", NULL, "field=party value=甲有限责任公司 other-value=甲有限公司", "立案审批表的名称漏写“责任”二字。", "当事人已缴清，票据号误写。"},
    {"EXT-002", NULL, "field=credit-code value=1 other-value=2", "告知书的统一社会信用代码抄错一位。", "营业执照另附。"},
    {"EXT-002", NULL, "field=org-code value=1 other-value=2", "组织机构代码抄错一位。", "营业执照另附。"},
    {"EXT-002", NULL, "field=legal-rep value=张三 other-value=李四", "法定代表人于9月变更。", "厂长代收文书。"},
    {"EXT-002", NULL, "field=filing-date value=2016-09-01 other-value=2016-09-02", "结案表的立案日期系笔误。", "立案后三日内送达，票据误写。"},
    {"EXT-002", NULL, "field=decision-date value=2016-09-01 other-value=2016-09-02", "申请书所写决定书日期有误。", "决定书文号有误。"},
    {"EXT-002", NULL, "field=fine-yuan value=15000.00 other-value=25000.00", "结案表的罚款金额写错。", "罚款期限写错。"},
    {"EXT-002", "foreign-decision", "quote=甲公司 other-quote=乙公司", "决定书当事人写错，系套用模板所致。", "决定书由厂长代收，特此说明。"},
    {"EXT-002", "same-document", "value=2016-09-12 other-value=2016-09-14", "决定书首页9月14日为打印错误，以落款二〇一六年九月十二日为准。",
     "2016年9月12日当事人到局领取文书。"},
    {"EXT-002", "service-told", "value=2016-02-25 other-value=2016-02-26", "申请书把送达日期2016年2月25日误写为2月26日，以2月25日为准。", "决定书由厂长代收，特此说明。"},
    {"EXT-002", "receipt-days", "value=2016-02-25 other-value=2016-02-26", "回证上2016年2月26日系误写，应为2月25日。", "决定书由厂长代收，特此说明。"},
    {"EXT-002", "notice", "quote=第二十一条 other-quote=第二十二条", "告知书所引条款有误，已更正并送达当事人。", "告知书由生产厂长代收。"},
    {"EXT-002", "approval", "value=第三项 other-value=第四项", "审批表写的是第四项，移送书为第三项，以移送书为准。", "移送审批由分管副局长签字。"},
    {"EXT-002", "address", "value=辰州中街8号 other-value=辰州中街18号", "告知书地址写的辰州中街18号系笔误，应为8号，决定书写的辰州中街8号无误。", "告知书由两人送达。"},
    {"EXT-002", "proposed", "quote=第七十五条 other-quote=第七十四条", "调查报告写的第七十五条系笔误，以决定书的第七十四条为准。", "调查报告由两名执法人员签名。"},
    {"EXT-002", "discussion", "value=20000.00 other-value=30000.00", "集体讨论笔录中的3万元应为2万元，系记录人笔误。",
     "集体讨论时有一人请假。"},
    {"EXT-002", "quoted", "value=沅环监〔2016〕7号 other-value=沅环监〔2016〕17号", "决定书所引“沅环监〔2016〕7号”是另一份监测报告，存监测站。",
     "监测报告沅环监〔2016〕17号一式三份。"},
    {"EXT-002", "quoted-date", "quote=2016年9月7日", "决定书所写告知日期2016年9月7日有误。", "告知书于2016年9月8日送达。"},
    {"EXT-002", "inspected", "value=2016-09-07", "9月7日的检查由省厅组织，笔录未移交我局。", "9月17日的检查没有笔录。"},
    {"EXT-002", "one-code", "value=91431222MA4L2BCD3X", "两家单位系同一企业更名前后的名称。", "当事人的住所已经变更。"},
    {"EXT-002", "employer", "doctype=interview-record", "询问笔录中被询问人的工作单位系笔误。", "移送当日公安机关值班人员签收。"},
    {"EXT-002", "items", "doctype=crime-transfer other-doctype=transfer-list", "移送材料清单与移送书所写数量不符，系移送书笔误。", "移送当日公安机关值班人员签收。"},
    {"EXT-002", "items-rows", "doctype=crime-transfer other-doctype=transfer-list", "移送材料清单与移送书所写数量不符，系移送书笔误。", "移送当日公安机关值班人员签收。"},
    {"EXT-002", "items-own", "doctype=transfer-list other-doctype=transfer-list", "移送材料清单的合计份数有误，应为6份。", "移送当日公安机关值班人员签收。"},
    {"EXT-002", "unlisted", "doctype=transfer-list", "移送材料清单漏列监测报告，已于9月30日补交公安机关。", "移送当日公安机关值班人员签收。"},
    {"EXT-002", "told", "value=2016-09-07 other-value=2016-09-08", "决定书所说检查日期9月7日应为9月8日。", "9月7日当日停电。"},
    {"EXT-002", "told", "value=12.5 other-value=15.2", "报告为12.5毫克/升，决定书误写为15.2毫克/升。", "水温112.5，流量15.2，特此说明。"},
    {"EXT-002", "capitals", "quote=壹万元 other-quote=10500元", "缴款书大写金额由银行填错，银行已出具证明更正。", "缴款书由当事人自行保管。"},
    {"EXT-002", "body", "value=沅陵县乌有锰业有限公司 other-value=沅陵县镜花砂石有限公司",
     "沅陵县镜花砂石有限公司受沅陵县乌有锰业有限公司委托代缴罚款。", "沅陵县镜花砂石有限公司与本案现场相邻。"},
    {"EXT-002", "stranger", "value=沅陵县镜花砂石有限公司 other-value=沅陵县乌有锰业有限公司",
     "受检单位沅陵县镜花砂石有限公司与沅陵县乌有锰业有限公司共用排放口。", "监测报告一式三份，特此说明。"},
    {"EXT-002", "misfiled", "value=甲公司 other-value=乙公司", "该监测报告的委托单位乙公司系甲公司之误。", "乙公司另案处理。"},
    {"EXT-002", "service", "value=2016-09-07 other-value=2016-09-08", "送达回证写为2016年9月8日，实际于2016年9月7日送达。", "送达当日为9月8日。"},
    {"EXT-003", NULL, "value=2016年9月31日", "立案审批表“2016年9月31日”应为9月30日。", "立案审批表漏盖骑缝章。"},
    {"EXT-003", "day", "value=2016年9月31日", "询问笔录中的2016年9月31日系笔误。", "2016年9月30日补充询问。"},
    {"EXT-003", "year", "value=沅环罚字〔2015〕1号", "决定书文号年份误写为2015，更正为2016。", "决定书一式三份，特此说明。"},
    {"EXT-003", "time", "value=10时至9时", "检查笔录结束时间误写为9时，应为11时。", "检查时间较长。"},
    {"EXT-003", "exceedance", "quote=超标3.5倍", "决定书中超标倍数计算错误，更正为2.5倍。", "厂区排放口为标准化排放口。"},
    {"EXT-003", "exceedance-value", "quote=超标2.06倍", "决定书的监测值有笔误，应为612毫克/立方米。", "厂区排放口为标准化排放口。"},
    {"EXT-003", "two-places", "name=向例明", "向例明当日上午先后在两处检查，时间记录有误。", "向例明已调离我局。"},
    {"EXT-005", "template", "quote=对XX公司处", "告知书中的“XX公司”系套用模板时漏改，应为当事人名称。", "收款银行为农业银行。"},
    {"EXT-005", "unfilled-title", "doctype=plan quote=XX县", "实施方案标题系套用模板时漏改。", "方案已经印发，特此说明。"},
    {"EXT-005", "unfilled", "quote=XX银行", "决定书漏填收款银行和账号，已书面告知当事人。", "收款银行为农业银行。"},
    {"EXT-005", "opinion-day", "doctype=filing-form quote=局长意见", "立案审批表局长意见栏漏写日期，实为2016年9月8日。", "局长当日出差，特此说明。"},
    {"EXT-005", "no-opinion", "doctype=filing-form", "局长的审批意见栏漏签，当时已口头同意。", "局长当日出差，特此说明。"},
    {"EXT-005", "no-end", "doctype=inspection-record", "检查笔录漏写结束时间，实际为11时。", "检查当日下雨，特此说明。"},
    {"EXT-005", "no-time", "doctype=interview-record", "询问笔录漏写询问时间，实际为9时至10时。", "被询问人当日到场，特此说明。"},
    {"EXT-005", "opinion", "doctype=filing-form", "立案审批表负责人只签了日期，未签署意见。", "负责人当日出差。"},
    {"SCN-007", "receipt", "", "告知书的送达回证当时没有制作。", "告知书当时没有编号。"},
    {"SET-004", "recheck", "", "复查时没有制作现场检查笔录。", "复查时当事人不在场。"},
    {"SET-004", "recheck-misdated", "to=2016-09-06", "复查笔录的检查时间误写为9月，日期有误，实为28日。", "复查时当事人在场，特此说明。"},
    {"SET-004", "recheck-report", "", "复查只采样监测，没有制作笔录。", "复查时当事人不在场。"},
    {"SET-005", "recheck-scan", "", "复查只采样监测，没有制作笔录。", "复查时当事人不在场。"},
    {"SET-005", "second-order", "", "复查后没有再次作出责令改正决定。", "复查时当事人不在场。"},
    {"SET-005", "listed", "quote=监测报告", "决定书所列监测报告系误列，本案没有监测。", "当事人提供了环评批复。"},
    {"SET-005", "photographs", "quote=现场照片3张", "决定书所列现场照片系笔误，当时未拍照。", "检查笔录由当事人阅后签字，特此说明。"},
    {"SET-005", "listed-record", "quote=检查笔录", "检查笔录原件遗失，已登报声明。", "检查笔录由当事人阅后签字，特此说明。"},
    {"SET-005", "discussion", "", "本案情节简单，不属于重大复杂案件，未经集体讨论。", "本案当事人积极整改。"},
    {"SET-005", "order", "", "违法行为处罚前已终了，没有责令改正的必要。", "当事人已缴清罚款，特此说明。"},
    {"SET-005", "annexed", "", "移送书所列材料清单当时没有附。", "移送材料一式两份，特此说明。"},
    {"SET-005", "police", "", "公安机关接收材料后一直未出具回执。", "移送材料一式两份。"},
    {"SET-005", "procurators", "", "移送时没有抄送检察院，现补报。", "移送书由法制股起草，特此说明。"},
    {"SET-005", "original", "", "原处罚案卷存于档案室，本卷只附决定书。", "本卷共二十页，特此说明。"},
    {"SET-005", "handed-over", "", "清单所列现场照片当时没有移送，属实。", "公安机关值班人员签收，特此说明。"},
    {"SET-005", "annexed", "", "移送时没有制作随案物品清单。", "移送书由两人送达，特此说明。"},
    {"SET-005", "recognition", "", "监测数据的认可函正在补办，尚未取得。", "监测站具有资质，特此说明。"},
    {"SET-007", "unscored", "", "两个案件系不同的违法行为，决定书文号套用未改。", "两案由同一中队办理，特此说明。"},
    {"SET-007", "same-act", "", "两个案件系不同的违法行为，决定书套用未改。", "两案由同一中队办理，特此说明。"},
    {"SET-006", NULL, "date=2015-09-12", "决定书落款日期误写为2015年，应为2016年。", "决定书一式三份，特此说明。"},
    {"SET-006", "candidate", "date=2015-09-12", "决定书落款日期误写为2015年，应为2016年。", "决定书一式三份，特此说明。"},
    {"LAW-001", NULL, "from=2016-09-05 to=2016-09-20", "因等待监测结果，延至9月20日立案。", "检查当日下雨，特此说明。"},
    {"LAW-001", "two-years", "to=2016-09-20 years=2", "违法行为处于连续状态，二年时效自终了之日起算。", "当事人已经搬迁，特此说明。"},
    {"LAW-001", "long-ago", "from=2015-09-05 to=2016-09-20", "2015年9月5日为笔录误写，9月20日立案。", "检查由两名执法人员进行。"},
    {"LAW-002", NULL, "from=2016-03-05 to=2016-09-20", "本案超过三个月办案期限，因专家论证用时较长。", "本案复杂，特此说明。"},
    {"LAW-003", "after", "from=2016-09-20 to=2016-09-18", "告知书送达回证日期写错，应为9月10日。", "决定书由当事人自取。"},
    {"LAW-003", "waived", "from=2016-09-20 to=2016-09-18", "告知书送达回证日期写错，应为9月10日。", "决定书由当事人自取。"},
    {"LAW-003", "original-waived", "from=2016-09-20 to=2016-09-18", "原处罚告知书送达日期系笔误。", "决定书由当事人自取。"},
    {"LAW-003", "original-after", "from=2016-09-20 to=2016-09-18", "原处罚告知9月20日送达，决定9月18日作出，属实。", "当事人对告知无异议，特此说明。"},
    {"LAW-004", NULL, "from=2016-10-14 to=2016-10-25", "因当事人外出，决定书10月25日才送达，日期属实。", "决定书一式三份，特此说明。"},
    {"LAW-004", "original", "from=2016-10-14 to=2016-10-25", "原处罚决定书因当事人搬迁，逾期送达。", "原决定书一式三份，特此说明。"},
    {"LAW-005", NULL, "from=2016-09-01 to=2016-10-20", "因当事人停电停产，复查推迟到10月20日，超过三十日。", "复查时拍摄照片三张，特此说明。"},
    {"LAW-005", "order", "from=2016-09-01 to=2016-09-20", "监测报告9月18日才收到，9月20日送达责令改正决定。", "监测报告一式三份，特此说明。"},
    {"LAW-005", "order-dated", "from=2016-09-01 to=2016-09-20", "监测报告由监测站邮寄，我局9月19日取得。", "监测站具有资质，特此说明。"},
    {"LAW-005", "early", "to=2016-09-06", "复查笔录的检查时间误写为9月，日期有误，实为28日。", "复查时当事人在场，特此说明。"},
    {"LAW-005", "compliant", "", "复查引用了另一份监测报告，编号写错。", "当事人已停产，特此说明。"},
    {"LAW-006", NULL, "days=12 expected=13", "按日计罚的日数少计一日，更正为13日并重新送达。", "当事人对处罚无异议，特此说明。"},
    {"LAW-006", "first-day", "from=2016-09-08", "计罚起算日应为9月9日，已更正。", "当事人已停产，特此说明。"},
    {"LAW-006", "last-day", "to=2016-09-20", "决定书写明的复查日期有误，更正为9月21日。", "复查时有两人在场。"},
    {"LAW-006", "no-period", "", "决定书漏写计罚日数和起止日期，已更正。", "当事人已停产，特此说明。"},
    {"LAW-007", NULL, "total=640000.00 expected=650000.00", "罚款总额计算有误，应为65万元。", "罚款尚未缴纳，特此说明。"},
    {"LAW-007", "per-day", "per-day=5000.00 fine=50000.00", "每日罚款数额漏写一个零，更正为50000元。", "当事人申请分期缴纳。"},
    {"LAW-008", NULL, "from=2016-09-05 to=2016-09-20", "因中秋节假期，移送未能在三日内完成。", "移送材料共十五份，特此说明。"},
    {"LAW-008", "approval", "from=2016-09-05 to=2016-09-20", "负责人出差，未能在三日内批准移送。", "移送书由两人送达，特此说明。"},
    {"LAW-008", "day", "from=2016-09-05 to=2016-09-07", "批准移送后因公安机关下班，次日才移送，超过24小时。", "移送书由两人送达，特此说明。"},
    {"LAW-008", "handed-over", "from=2016-09-05 to=2016-09-20", "因中秋节假期，公安机关未能及时接收移送材料。", "移送材料共十五份，特此说明。"},
    {"LAW-008", "handed-over-day", "from=2016-09-05 to=2016-09-07", "公安机关下班，次日才接收移送材料，超过24小时。", "移送书由两人送达，特此说明。"},
    {"LAW-009", NULL, "first=2016-09-26 second=2016-09-20", "9月20日先行告知，9月26日补办立案手续。", "9月26日补拍照片，特此说明。"},
    {"LAW-009", "late-filing", "first=2016-09-26 second=2016-09-20", "本案确属事后补办立案，9月26日经局长批准。", "立案审批表由内勤保管，特此说明。"},
    {"LAW-009", "before", "first=2016-09-26 second=2016-09-20", "两份文书日期先后颠倒，属实。", "文书由内勤统一打印，特此说明。"},
    {"LAW-009", "apparent", "first=2016-09-14 second=2016-09-12",
     "监测站9月14日才出具正式报告，我局9月12日处罚时依据的是快报。", "监测站具有资质，特此说明。"},
    {"LAW-009", "transferred-first", "first=2016-10-09 second=2016-09-29", "办案人员疏忽，先移送公安机关，后作出处罚决定，日期属实。",
     "公安机关已作出拘留决定，特此说明。"},
    {"LAW-009", "order-served", "first=2016-09-29 second=2016-09-28", "责令改正决定书因当事人外出，处罚后才送达。", "责令改正决定书一式两份。"},
    {"LAW-009", "cited", "first=2016-09-14 second=2016-09-12", "报告出具之前已引用快报数据，日期先后颠倒属实。", "监测站具有资质，特此说明。"},
    {"LAW-010", NULL, "from=2016-09-07 to=2016-09-14", "误将十日按自然日计算，不足十个工作日即申请执行。", "催告书由当事人本人签收，特此说明。"},
    {"LAW-010", "late", "from=2016-01-07 to=2016-11-14", "因复议期间中止，超过九个月才申请执行。", "申请书由法院立案庭接收，特此说明。"},
    {"LAW-010", "suit", "from=2016-06-07 to=2016-09-14", "当事人转移财产，起诉期未到即申请执行。", "申请书由法院立案庭接收，特此说明。"},
    {"LAW-010", "early-demand", "from=2016-06-07 to=2016-06-14", "催告时缴款期限未满，已重新催告。", "申请书由法院立案庭接收，特此说明。"},
    {"LAW-010", "surcharge-above", "", "加处罚款超出本金部分已变更申请，以本金为限。", "申请书由法院立案庭接收，特此说明。"},
    {"LAW-010", "part-paid", "", "当事人已缴五千元，申请执行时漏扣，已变更申请。", "申请书由法院立案庭接收，特此说明。"},
    {"LAW-010", "review-pending", "", "当事人已撤回复议申请，复议机关终止审理。", "申请书由法院立案庭接收，特此说明。"},
    {"LAW-011", NULL, "count=1", "当日人手不足，只有一名执法人员检查。", "执法人员因故迟到，特此说明。"},
    {"LAW-011", "report", "names=姚长青", "调查报告漏写一名调查人员，已补正。", "调查报告由法制股审核，特此说明。"},
    {"LAW-011", "recorder", "recorder=舒例川", "记录人舒例川也是执法人员。", "舒例川已退休，特此说明。"},
    {"LAW-012", NULL, "names=向例明", "向例明的执法证当时正在换发。", "向例明已调离，特此说明。"},
    {"LAW-012", "blank", "", "移送书漏填执法证号，附证件复印件。", "移送书由两人送达，特此说明。"},
    {"LAW-012", "record", "names=向例明", "笔录漏写执法证号，附证件复印件。", "笔录用钢笔书写，特此说明。"},
    {"LAW-012", "changed", "names=向例明", "向例明于9月换发新执法证，前后证号不同。", "向例明已调离，特此说明。"},
    {"LAW-012", "shared", "names=向例明", "两人证号打印成同一个，系笔误。", "两人均已退休，特此说明。"},
    {"LAW-012", "name", "names=向例明", "笔录姓名写错，执法证为同一人所有。", "向例明已调离，特此说明。"},
    {"LAW-012", "no-recusal", "doctype=interview-record", "询问时已告知回避权利，笔录漏记。", "检查时下雨，特此说明。"},
    {"LAW-012", "not-shown", "doctype=inspection-record", "检查时已出示证件，笔录漏记。", "检查时下雨，特此说明。"},
    {"LAW-013", NULL, "fine=30000.00 proposed=20000.00", "告知书罚款数额2万元系笔误，更正为3万元并已送达。", "当事人对告知没有异议。"},
    {"LAW-013", "lighter", "fine=20000.00 proposed=30000.00", "采纳当事人申辩，减轻罚款一万元。", "当事人是小微企业，特此说明。"},
    {"LAW-013", "confiscated", "", "告知书漏写没收违法所得，已另行告知。", "当事人是小微企业，特此说明。"},
    {"LAW-014", NULL, "proposed=60000.00", "本省规定对法人罚款听证标准为十万元，本案不适用听证。", "当事人是小微企业，特此说明。"},
    {"LAW-014", "person", "proposed=6000.00", "听证权利已另行告知当事人。", "当事人是个体户，特此说明。"},
    {"LAW-015", "over", "paid=12000.00 fine=10000.00", "缴款书含排污费2000元。", "缴款书由银行保管，特此说明。"},
    {"LAW-015", "closing", "", "结案审批表缴款金额系笔误，更正为5万元。", "缴款书由银行保管，特此说明。"},
    {"LAW-016", NULL, "value=10 expected=15 doctype=penalty-decision", "决定书中“十日内”有误，现更正为“十五日内”。",
     "决定书中检查日期9月10日有误，现更正为9月15日。"},
    {"LAW-016", "review", "value=30 expected=60", "申请行政复议的期限更正为60日。", "当事人没有申请行政复议。"},
    {"LAW-016", "sue", "value=3 expected=6", "决定书告知的起诉期限系笔误，应为六个月。", "当事人没有起诉。"},
    {"LAW-016", "hearing", "value=1 expected=3", "告知书中申请听证的期限更正为三日。", "当事人没有申请听证，特此说明。"},
    {"LAW-016", "remedies", "", "决定书漏写复议和诉讼途径，已补充告知。", "当事人服从处罚决定。"},
    {"LAW-016", "payment-way", "", "决定书没有写明缴款方式，已更正。", "当事人已经停产。"},
    {"LAW-016", "no-remedies", "", "决定书漏写复议和诉讼途径，已补充告知。", "当事人服从处罚决定。"},
    {"LAW-016", "no-payment-way", "", "决定书漏写缴款账户，缴款方式另行书面告知。", "当事人已经停产。"},
    {"LAW-016", "no-ending", "", "决定书遗漏最后一页，缴款方式和复议途径以更正通知书为准。", "当事人已经停产。"},
    {"LAW-016", "review-too-high", "", "复议机关误写为省厅，更正为市环保局。", "当事人没有申请行政复议。"},
    {"LAW-016", "subject", "", "该车间没有营业执照，应以所属公司为当事人。", "当事人没有申请行政复议。"},
    {"LAW-016", "operator", "", "决定书漏写经营者姓名，已更正。", "当事人已经停业。"},
    {"LAW-016", "review-body", "", "复议机关误写为本局，更正为沅陵县人民政府。", "当事人没有申请行政复议。"},
    {"LAW-016", "consequence", "", "责令改正决定书漏写可以按日连续处罚，已书面告知。", "当事人已停产，特此说明。"},
    {"LAW-017", NULL, "fine=120000.00", "罚款数额应为10万元，决定书笔误。", "缴纳罚款的期限写为十日，系笔误。"},
    {"LAW-017", "below", "fine=8000.00", "因当事人主动消除影响，依法减轻罚款。", "当事人已缴清罚款。"},
    {"LAW-017", "share-below", "fine=8000.00", "总投资额误写，应为80万元。", "该项目已经投产。"},
    {"LAW-017", "share-above", "fine=80000.00", "总投资额误写，应为800万元。", "该项目已经投产。"},
    {"LAW-018", NULL, "", "当事人申请听证逾期，未予受理。", "当事人对处罚没有异议。"},
    {"LAW-018", "defence", "", "当事人的申辩书逾期才收到。", "当事人系外地人。"},
    {"LAW-018", "hearing-missing", "", "决定书误写举行听证，实际未举行。", "当事人委托律师办理。"},
    {"LAW-018", "answered", "", "陈述申辩当时没有复核。", "当事人委托律师办理。"},
    {"LAW-018", "defence-missing", "", "当事人口头申辩，没有书面材料。", "当事人委托律师办理。"},
    {"LAW-018", "short-notice", "from=2016-09-10 to=2016-09-14", "当事人要求尽快听证，书面同意提前举行。", "听证由法制股股长主持，特此说明。"},
    {"LAW-018", "recusal", "", "当事人口头申请回避，当时没有作出书面决定。", "当事人委托律师办理。"},
    {"LAW-019", NULL, "quote=有关规定", "决定书漏写所违反的法律条款，已更正。", "决定书当事人的生产条件写错，已更正。"},
    {"LAW-019", "outside", "quote=第六十三条第（三）项", "移送书漏写篡改监测数据的事实，已书面补充。", "移送书由两人送达，特此说明。"},
    {"LAW-019", "no-ground", "", "超标不到三倍，移送依据的是其他情形。", "决定书已经盖章。"},
    {"LAW-019", "below-three", "", "超标不到三倍，移送依据的是其他情形。", "决定书已经盖章。"},
    {"LAW-019", "crime", "", "涉嫌犯罪部分已另行移送公安机关。", "决定书已经盖章。"},
    {"LAW-019", "later", "quote=第四十四条", "告知书误用了修订后的模板，条款引用错误。", "告知书已经盖章。"},
    {"LAW-019", "no-basis", "", "决定书漏写处罚依据，已更正。", "当事人已缴清罚款，特此说明。"},
    {"LAW-019", "no-violated", "", "决定书漏写所违反的条款，已更正。", "当事人已缴清罚款，特此说明。"},
    {"LAW-019", "evidence", "quote=证据如下", "决定书遗漏证据清单，已补充送达。", "决定书已经盖章。"},
    {"LAW-019", "medium", "quote=《中华人民共和国水污染防治法》第七十五条第二款",
     "“《水污染防治法》第七十五条第二款”有误，现更正为“《大气污染防治法》第一百零八条”。", "当事人名称有误，现予更正。"},
    {"LAW-019", "media", "violated=甲 basis=乙", "依据的条款写错，应为《大气污染防治法》第九十九条。", "当事人名称有误，现予更正。"},
    {"LAW-019", "fits", "quote=第八十三条", "所引第八十三条应为第七十四条，条款引用有误。", "当事人名称有误，现予更正。"},
    {"LAW-019", "not-daily", "quote=第五十九条", "决定书条款引用错误，已更正。", "决定书已经盖章。"},
    {"LAW-019", "overdue", "", "改正期限条款系笔误，应为9月10日。", "决定书已经盖章。"},
    {"LAW-019", "replaced", "quote=第二十一条", "所引条款有误，应适用新法第二十二条。", "决定书已经盖章。"},
    {"LAW-019", "not-in-force", "quote=第二十一条", "告知书误引尚未施行的条款，已更正。", "告知书已经盖章。"},
    {"LAW-020", NULL, "", "收件人拒绝签字，由村干部见证。", "当事人住所偏远，特此说明。"},
    {"SET-005", "report-form", "", "本案调查报告与内部审批表合并制作。", "当事人已缴清罚款，特此说明。"},
    {"EXT-005", "unsigned-inspection", "", "检查笔录原件漏签，被检查人当场捺印。", "当事人已缴清罚款，特此说明。"},
    {"EXT-005", "unsigned-interview", "", "询问笔录原件漏签，被询问人当场捺印。", "当事人已缴清罚款，特此说明。"},
    {"EXT-005", "unsigned-report", "", "调查报告原件有调查人签名。", "当事人已缴清罚款，特此说明。"},
    {"EXT-005", "no-mark", "", "监测站资质认定证书在有效期内，报告漏印标志。", "当事人已缴清罚款，特此说明。"},
    {"LAW-020", "blank", "", "当事人拒签，留置送达。", "当事人住所偏远，特此说明。"},
    {"LAW-020", "public", "", "公告张贴不足六十日即揭下，属实。", "当事人住所偏远，特此说明。"},
    {"LAW-020", "stranger", "quote=邻居", "公司书面指定该店主代收文书。", "当事人住所偏远，特此说明。"},
    {"LAW-020", "no-server", "", "送达人漏签姓名。", "当事人住所偏远，特此说明。"},
    {"LAW-020", "one-server", "name=向例明", "当日只有一名送达人。", "当事人住所偏远，特此说明。"},
    {"LAW-020", "witness", "", "留置送达时未邀请见证人。", "当事人住所偏远，特此说明。"},
    {"LAW-021", NULL, "name=向例明", "局长出差，委托向例明主持讨论。", "向例明主持办理本案，特此说明。"},
    {"LAW-021", "hearing", "name=向例明", "听证由局长指定向例明主持。", "向例明已调离，特此说明。"},
    {"LAW-021", "voted", "name=向例明", "向例明列席会议汇报案情，没有参加表决。", "向例明已调离，特此说明。"},
    {"LAW-023", NULL, "", "强制执行申请书原件由局长签名，电子文本没有。", "申请书另附缴款票据。"},
    {"LAW-023", "blank", "quote=负责人（签名）", "申请书原件由负责人签字，电子文本没有。", "申请书另附缴款票据。"},
    {"LAW-021", "approved", "name=向例明 doctype=filing-form", "立案审批表原件由局长签字，电子文本误写为承办人。", "向例明已调离，特此说明。"},
    {"LAW-021", "reviewed", "name=向例明", "法制股只有一人，案件由向例明兼任审核。", "向例明已调离，特此说明。"},
    {"LAW-022", NULL, "", "查封期间送检鉴定，依法扣除。", "查封物品由当事人保管，特此说明。"},
    {"LAW-022", "extended", "", "延期后因鉴定扣除三十日，扣押没有超期。", "扣押物品完好，特此说明。"},
    {"LAW-022", "registered", "", "先行登记保存超过期限才解除。", "登记保存物品完好，特此说明。"},
    {"LAW-024", NULL, "", "裁量理由见集体讨论笔录，决定书漏写。", "当事人已缴清罚款，特此说明。"},
    {"LAW-024", "first", "quote=初次违法", "以前所受处罚不是同类行为，仍属初次违法。", "当事人已缴清罚款，特此说明。"},
    {"LAW-024", "one-sum", "", "两个违法行为应分别裁量，已更正。", "当事人已缴清罚款，特此说明。"},
    {"REF-002", NULL, "value=20000.00 table-value=25000.00", "系统填报的罚款2.5万元有误，决定书为2万元。", "系统由内勤维护，特此说明。"},
    {"REF-002", "date", "value=2016-09-12 table-value=2016-09-14", "系统登记的日期有误，以决定书为准。", "系统由内勤维护，特此说明。"},
    {"REF-002", "party", "value=甲 table-value=乙", "系统录入当事人名称有误。", "系统由内勤维护，特此说明。"},
    {"REF-002", "kind", "value=penalty table-value=daily", "系统填报的类型有误。", "系统由内勤维护，特此说明。"},
    {"REF-002", "number", "number=沅环罚字〔2016〕1号", "决定书文号有误，更正为沅环罚字〔2016〕11号。", "案件由二中队办理，特此说明。"},
    {"REF-004", "other-party", "number=沅环罚字〔2016〕1号", "我局与该局文号字头相同。", "案件由二中队办理，特此说明。"},
    {"REF-005", "applicant", "applicant=辰溪县环境保护局", "申请人辰溪县环境保护局系笔误，应为我局。", "案件由二中队办理，特此说明。"},
    {"REF-005", "heading", "agency=沅陵县环境监察大队", "落款沅陵县环境监察大队系受我局委托执法。", "案件由二中队办理，特此说明。"},
    {"REF-005", "paper", "agency=沅陵县环境监察大队", "该份笔录由沅陵县环境监察大队制作，受我局委托。", "案件由二中队办理，特此说明。"},
    {"REF-005", "team", "agency=沅陵县环境监察大队", "监察大队受我局委托实施处罚，附委托书。", "案件由二中队办理，特此说明。"},
    {"REF-007", NULL, "recipient=辰溪县公安局", "本案由市公安局指定辰溪县公安局管辖。", "移送书由两人送达，特此说明。"},
    {"REF-007", "elsewhere", "recipient=辰溪县公安局", "本案由市公安局指定辰溪县公安局管辖。", "移送书由两人送达，特此说明。"},
    {"REF-007", "received", "agency=辰溪县公安局", "公安机关回执的单位名称有误，已请公安机关更正。", "移送书由两人送达，特此说明。"},
    {"EXT-002", "old-copy", "", "候选人案卷中的决定书误放了旧稿，以案卷中的为准。", "决定书由两人送达，特此说明。"},
    {"EXT-002", "weighed", "", "移送书所写重量系笔误，已告知公安机关。", "移送书由两人送达，特此说明。"},
    {"REF-007", "remedies", "", "决定书复议机关、起诉法院系笔误，已更正送达。", "决定书由两人送达，特此说明。"},
    {"REF-007", "bureau", "recipient=沅陵县环境保护局", "移送书主送机关有误，公安机关已收到材料。", "移送书由两人送达，特此说明。"},
    {"REF-007", "nobody", "quote=移送你局", "移送书漏写主送机关，公安机关已收到材料。", "移送书由两人送达，特此说明。"},
    {"REF-007", "prosecutors", "recipient=沅陵县人民检察院", "移送书主送检察院有误，公安机关已收到材料。", "移送书由两人送达，特此说明。"},
    {"REF-007", "bureau", "recipient=沅陵县环境保护局", "移送书主送机关误写为本局。", "案件由二中队办理，特此说明。"},
    {"REF-007", "no-court", "", "强制执行申请书原件漏写受理法院，已补正。", "案件由二中队办理，特此说明。"},
    {"REF-007", "nobody", "", "移送书漏写主送机关。", "案件由二中队办理，特此说明。"},
    {"REF-007", "court", "recipient=辰溪县人民法院", "依市中级法院指定管辖，向辰溪县人民法院申请。", "申请书由两人送达，特此说明。"}};

/* Remedies that speak of a note or a correction and do not ask for one in a case file. */
static const char *const others[] = {
    "CND-003 differs",  "CND-012 both-lists", /* of a candidate: candidates[] */
    "CND-014 against",  "CND-015 lead",       "CND-015 note",
    "LAW-002 stopped", /* it may be added and need not */
    "REF-001 ",         "REF-004 registered", "REF-005 ", /* of the table, or of a paper that is replaced */
    "SET-007 copy",     "SET-007 original",
    "SUB-001 late",     NULL};

static void set_params(Finding *finding, const char *params)
{
    g_auto(GStrv) pairs = g_strsplit(params, " ", -1);
    for (char **pair = pairs; *pair; pair++) {
        g_auto(GStrv) parts = g_strsplit(*pair, "=", 2);
        if (parts[0] && parts[1])
            finding_param(finding, parts[0], parts[1]);
    }
}

static const CaseGroup *group_called(const Submission *submission, const char *name)
{
    const GPtrArray *const lists[] = {submission->groups, submission->others};
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint j = 0; j < lists[i]->len; j++)
            if (strcmp(((const CaseGroup *)lists[i]->pdata[j])->name, name) == 0)
                return lists[i]->pdata[j];
    return NULL;
}

/* A finding like ONE about CASEFILE of S, once the notes there were looked for.  It belongs to FINDINGS. */
static Finding *finding_noted(const Submitted *s, const Asked *one, const char *casefile, Findings *findings)
{
    g_autoptr(Submission) submission = submission_new(s->scans, s->casefiles);
    CheckInput input = {.rules = s->rules};
    Check check = {.in = &input, .submission = submission, .findings = findings->findings};
    Finding *finding = catalogue_add(s->catalogue, findings->findings, one->code, one->variant, casefile, NULL, NULL);
    set_params(finding, one->params);
    for (guint i = 0; i < s->rules->limits->limits->len; i++) {
        const LimitRule *limit = s->rules->limits->limits->pdata[i];
        if (casefile && strcmp(limit->code, one->code) == 0 && !finding_value(finding, "noted"))
            param_noted_about(&check, finding, group_called(submission, casefile), limit->about);
    }
    notes_find(&check);
    return finding;
}

static void expect_noted(const Submitted *s, const Asked *one, const char *text, const char *expected)
{
    Findings *findings = record_new(&findings_type);
    const char *noted = finding_value(finding_noted(s, one, CASEFILE, findings), "noted");
    if (g_strcmp0(noted, expected) != 0)
        fail_msg("%s %s: '%s' names %s", one->code, one->variant ? one->variant : "", text, noted ? noted : "nothing");
    record_free(&findings_type, findings);
}

static void put_note(Submitted *s, const char *text)
{
    put_document(s, FOLDER NOTE, "other", "stated", text, NULL)->title = g_strdup("情况说明");
}

static void a_note_is_named_by_what_asks_for_it(void **state G_GNUC_UNUSED)
{
    for (size_t i = 0; i < G_N_ELEMENTS(asked); i++)
        for (int about = 0; about < 2; about++) {
            const char *text = about ? asked[i].note : asked[i].other;
            Submitted *s = submitted_empty();
            put_note(s, text);
            expect_noted(s, &asked[i], text, about ? NOTE : NULL);
            submitted_free(s);
        }
}

/* ---- whose remedy asks for one ---- */

static bool is_asked(const char *code, const char *variant)
{
    for (size_t i = 0; i < G_N_ELEMENTS(asked); i++)
        if (strcmp(asked[i].code, code) == 0 && g_strcmp0(asked[i].variant ? asked[i].variant : "", variant) == 0)
            return true;
    g_autofree char *name = g_strdup_printf("%s %s", code, variant);
    return g_strv_contains(others, name);
}

typedef struct { int asking, missing; } Asking;

/* REMEDY is that of CODE and VARIANT ("" for none). */
static void count_remedy(Asking *count, const char *code, const char *variant, const char *remedy)
{
    static const char asks[] = "依法更正|更正笔误|更正(?:说明|文书)|情况说明|附.{0,9}说明|请说明";
    if (!g_regex_match_simple(asks, remedy, 0, 0))
        return;
    count->asking++;
    if (is_asked(code, variant))
        return;
    count->missing++;
    print_message("%s %s: nothing here follows '%s'\n", code, variant, remedy);
}

static char *match_word(const char *text, const char *pattern)
{
    g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    return g_regex_match(regex, text, 0, &match) ? g_match_info_fetch(match, 1) : NULL;
}

/* A finding may be newer than its row here; nine in ten have one. */
static void remedies_that_ask_for_one_are_followed(void **state G_GNUC_UNUSED)
{
    g_autofree char *text = NULL, *code = NULL, *own = NULL, *variant = g_strdup("");
    assert_true(g_file_get_contents(CATALOGUE, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    Asking count = {0};
    for (char **line = lines; *line; line++) {
        g_autofree char *next = match_word(*line, "<finding code=\"([^\"]+)\""), *id = match_word(*line, "<variant id=\"([^\"]+)\""),
                        *remedy = match_word(*line, "<remedy zh=\"([^\"]+)\"");
        if (next || id) {
            g_free(variant);
            variant = g_strdup(id ? id : "");
        }
        if (next) {
            g_free(code);
            code = g_steal_pointer(&next);
        }
        if (remedy && variant[0] == '\0') {
            g_free(own);
            own = g_strdup(remedy);
        }
        if (remedy || (id && own && !strstr(line[1], "<remedy") && !strstr(line[2] ? line[2] : "", "<remedy")))
            count_remedy(&count, code, variant, remedy ? remedy : own);
    }
    assert_true(count.asking > 100);
    assert_true(count.missing * 10 <= count.asking);
}

/* ---- how it is told ---- */

static void the_note_stands_in_the_words(void **state G_GNUC_UNUSED)
{
    static const Asked warning = {"LAW-016", NULL, "value=10 expected=15 doctype=penalty-decision quote=十日内", NULL, NULL},
                       error = {"LAW-007", NULL, "total=640000.00 expected=650000.00 days=13 per-day=50000.00", NULL, NULL};
    Submitted *s = submitted_empty();
    put_note(s, "缴款期限十日应为十五日，罚款总额应为65万元，均系笔误。");
    Findings *findings = record_new(&findings_type);
    const Finding *one = finding_noted(s, &warning, CASEFILE, findings), *other = finding_noted(s, &error, CASEFILE, findings);
    g_autofree char *sentence = catalogue_sentence(s->catalogue, one), *remedy = catalogue_remedy(s->catalogue, one),
                    *stays = catalogue_remedy(s->catalogue, other);
    assert_true(g_str_has_suffix(sentence, "法律规定是15日；卷内已有“情况说明.docx”，请评审人员认定。"));
    assert_true(g_str_has_prefix(remedy, "卷内“情况说明.docx”所说属实的，不必再改，也不必再附；否则，请核对原件"));
    assert_true(g_str_has_prefix(stays, "卷内“情况说明.docx”所说属实的，不必再附，本项仍会列出"));
    assert_non_null(strstr(stays, "换上更正后的文本"));
    record_free(&findings_type, findings);
    submitted_free(s);
}

/* ---- where it lies, and what it is ---- */

static const Asked ten_days = {"LAW-016", NULL, "value=10 expected=15 doctype=penalty-decision", NULL, NULL};

/* What is wrong and what is right in two cells. */
static void a_correction_is_read_as_a_whole(void **state G_GNUC_UNUSED)
{
    static const struct { const char *type, *named; } known[] = {{"correction-notice", "附件.docx"}, {"other", NULL}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_empty();
        Document *paper = put_document(s, FOLDER "附件.docx", known[i].type, "stated", "自收到决定书之日起缴款的期限", NULL);
        paper->title = g_strdup("情况说明");
        add_field(paper, "stated", "原文有误，详见附件");
        expect_noted(s, &ten_days, known[i].type, known[i].named);
        submitted_free(s);
    }
}

static void a_candidates_case_file_has_its_own(void **state G_GNUC_UNUSED)
{
    static const char *const folder = "先进个人/向例明/案卷/行政处罚1";
    Submitted *s = submitted_empty();
    g_autofree char *path = g_strconcat(folder, "/" NOTE, NULL);
    put_document(s, path, "other", "stated", "缴款期限十日应为十五日。", NULL)->title = g_strdup("情况说明");
    Findings *findings = record_new(&findings_type);
    assert_string_equal(finding_value(finding_noted(s, &ten_days, folder, findings), "noted"), NOTE);
    assert_null(finding_value(finding_noted(s, &ten_days, CASEFILE, findings), "noted"));
    record_free(&findings_type, findings);
    submitted_free(s);
}

/* In 案卷/ itself a note is read as the candidate's own paper; it is on the case file there where that is the only one. */
static void a_note_lies_beside_the_papers_of_a_candidate(void **state G_GNUC_UNUSED)
{
    static const char *const folder = "先进个人/向例明/案卷";
    static const struct { const char *path, *second; bool named; } known[] = {
        {"先进个人/向例明/案卷/" NOTE, NULL, true},
        {"先进个人/向例明/" NOTE, NULL, false},
        {"先进个人/舒例川/案卷/" NOTE, NULL, false},
        {"先进个人/向例明/案卷/" NOTE, "先进个人/向例明/案卷/行政处罚1/决定书.docx", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_empty();
        put_document(s, "先进个人/向例明/案卷/决定书.docx", "penalty-decision", NULL);
        put_document(s, known[i].path, "role-statement", "stated", "缴款期限十日应为十五日。", NULL)->title = g_strdup("情况说明");
        if (known[i].second)
            put_document(s, known[i].second, "penalty-decision", NULL);
        Findings *findings = record_new(&findings_type);
        const char *noted = finding_value(finding_noted(s, &ten_days, folder, findings), "noted");
        if (g_strcmp0(noted, known[i].named ? NOTE : NULL) != 0)
            fail_msg("%s: %s", known[i].path, noted ? noted : "nothing");
        record_free(&findings_type, findings);
        submitted_free(s);
    }
}

/* What is said of a person names the notes that lie with that person, in the folder or in a case file there. */
static void notes_with_a_candidate_are_named(void **state G_GNUC_UNUSED)
{
    static const Asked candidates[] = {
        {"CND-003", "expired", "name=向例明", "向例明的执法证已于6月换发新证。", "向例明长期从事执法工作。"},
        {"CND-003", "differs", "name=向例明", "向例明于9月换发新执法证，旧证已收回。", "向例明长期从事执法工作。"},
        {"CND-012", "both-lists", "name=向例明", "监察大队和法制股各有一名向例明，系同名。", "向例明兼任法制员。"},
        {"CND-014", "against", "name=向例明", "所受警告处分已于2014年解除。", "向例明长期从事执法工作。"},
        {"CND-015", "lead", "name=向例明 number=沅环罚字〔2016〕1号", "该案确由向例明主办，文书由他人代签。", "向例明长期从事执法工作。"}};
    static const struct { const char *path; bool with; } known[] = {
        {"先进个人/向例明/情况说明.docx", true}, {"先进个人/向例明/案卷/行政处罚1/情况说明.docx", true}, {"先进个人/舒例川/情况说明.docx", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(candidates) * G_N_ELEMENTS(known) * 2; i++) {
        const Asked *one = &candidates[i % G_N_ELEMENTS(candidates)];
        size_t where = i / G_N_ELEMENTS(candidates) % G_N_ELEMENTS(known);
        bool about = i < G_N_ELEMENTS(candidates) * G_N_ELEMENTS(known);
        Submitted *s = submitted_empty();
        put_document(s, known[where].path, "other", "stated", about ? one->note : one->other, NULL)->title = g_strdup("情况说明");
        Findings *findings = record_new(&findings_type);
        const char *noted = finding_value(finding_noted(s, one, NULL, findings), "noted");
        if (g_strcmp0(noted, about && known[where].with ? NOTE : NULL) != 0)
            fail_msg("%s %s, %s: %s", one->code, one->variant, known[where].path, noted ? noted : "nothing");
        record_free(&findings_type, findings);
        submitted_free(s);
    }
}

/* Nothing but the name of a scan is known. */
static void a_scan_is_named_by_its_name(void **state G_GNUC_UNUSED)
{
    static const struct { const char *name, *type; bool is_note; } known[] = {
        {"更正通知书.jpg", "correction-notice", true},
        {"15.情况说明（扫描件）.pdf", NULL, true},
        {"关于缴款期限的更正说明.jpg", NULL, true},
        {"当事人名称更正说明.jpg", NULL, false},
        {"更正通知书送达回证.jpg", "service-receipt", false},
        {"缴款期限更正的送达回证.jpg", "service-receipt", false},
        {"案件调查情况说明.jpg", "role-statement", false},
        {"缴款证明.jpg", NULL, false},
        {"卷内目录说明.jpg", NULL, false}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        Submitted *s = submitted_empty();
        g_autofree char *path = g_strconcat(FOLDER, known[i].name, NULL);
        put_scan(s, path, "note", known[i].type, NULL);
        expect_noted(s, &ten_days, known[i].name, known[i].is_note ? known[i].name : NULL);
        submitted_free(s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_note_is_named_by_what_asks_for_it),
                                       cmocka_unit_test(remedies_that_ask_for_one_are_followed),
                                       cmocka_unit_test(the_note_stands_in_the_words),
                                       cmocka_unit_test(a_correction_is_read_as_a_whole),
                                       cmocka_unit_test(a_candidates_case_file_has_its_own),
                                       cmocka_unit_test(a_note_lies_beside_the_papers_of_a_candidate),
                                       cmocka_unit_test(notes_with_a_candidate_are_named),
                                       cmocka_unit_test(a_scan_is_named_by_its_name)};
    return cmocka_run_group_tests_name("noted", tests, NULL, NULL);
}
