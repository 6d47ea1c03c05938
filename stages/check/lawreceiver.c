/* LAW-020, stranger: a document that was handed to somebody who, as the receipt itself tells, has nothing to do with
 * the party (Civil Procedure Law of 2012, art. 85). */
#include "lawdates.h"
#include "text.h"

/* Those who live or trade next door, and passers-by. */
static const char *const strangers[] = {"邻居", "邻店", "隔壁", "附近", "旁边", "路人", "过路", "小卖部", "小卖店", "无任何关系", "没有关系", "无关系",
                                        "不认识", NULL};
/* What makes one of these a person of the party's, or a witness. */
static const char *const belonging[] = {"委托", "授权", "指定", "代理", "家属", "亲属", "同住", "配偶", "丈夫", "妻", "父", "母", "子",
                                        "女", "兄", "弟", "姐", "妹", "员工", "职工", "工人", "雇", "负责", "经理", "股东", "合伙", "法定", "本人", "当事人", "办公室",
                                        "收发", "门卫", "保安", "村", "社区", "居委", "物业", "见证", "本店", "经营者", "业主", NULL};
static const char *const powers[] = {"委托", "授权", "代收", "指定", NULL};

typedef struct { Check *check; const CaseGroup *group; bool empowered; } Receivers;

static void look_receiver(const SubFile *file, const Document *receipt, gpointer data)
{
    static const char *const others[] = {"留置", "邮", "公告", "委托", "转交"};
    const Receivers *receivers = data;
    const Field *relation = document_value(receipt, "receiver-relation");
    bool stranger = relation && text_has_any(relation->value, strangers) && !text_has_any(relation->value, belonging);
    for (size_t i = 0; stranger && i < G_N_ELEMENTS(others); i++)
        stranger = !law_was_served(receipt, others[i]);
    if (!stranger || receivers->empowered)
        return;
    Finding *finding = check_add(receivers->check, "LAW-020", "stranger", receivers->group, file, relation->place);
    param_quote(finding, "quote", relation->value);
}

static void look_power(const SubFile *file, const Document *document, gpointer data)
{
    (void)file;
    Receivers *receivers = data;
    receivers->empowered |= document->title && text_has_any(document->title, powers);
}

void receiver_check(Check *check, const CaseGroup *group)
{
    Receivers receivers = {check, group, group_has_untold(group)};
    for (guint i = 0; i < group->files->len; i++)
        receivers.empowered |= text_has_any(((const SubFile *)group->files->pdata[i])->base, powers);
    casegroup_each_document(group, look_power, &receivers);
    casegroup_each_of(group, "service-receipt", look_receiver, &receivers);
}
