#include "report_tree.h"

#include <string.h>

#include "explain.h"
#include "lang.h"
#include "pages.h"
#include "rational.h"
#include "report_page.h"
#include "report_words.h"
#include "vocabulary.h"

typedef struct {
    XmlWriter *xml;
    const ReportInput *input;
    const GPtrArray *own; /* the top nodes of this tree */
    const char *prefix;   /* of the anchors of this tree */
    const char *shared_href;
    GHashTable *anchors; /* those written: an id stands once in a page */
} Tree;

static bool is_money(const char *id, const char *object)
{
    return strcmp(id, "fines") == 0 || strcmp(id, "fines-total") == 0 ||
           (strcmp(id, "base") == 0 && g_strcmp0(object, "fines") == 0);
}

/* A code or a figure as people read it.  Caller frees. */
static char *value_shown(const char *id, const char *object, const char *value)
{
    if (!value || value[0] == '\0')
        return NULL;
    return is_money(id, object) ? words_money(value) : explain_value(id, value);
}

/* What a figure is about, a unit by its name.  Caller frees. */
static char *object_shown(const Tree *tree, const char *object)
{
    if (!object)
        return NULL;
    return report_unit(tree->input, object) ? g_strdup(report_unit_name(tree->input, object))
                                            : explain_object(object);
}

static char *anchor_of(const char *prefix, const char *id, const char *object)
{
    char *anchor = g_strconcat(prefix, "d-", id, object ? "-" : "", object ? object : "", NULL);
    return g_strdelimit(anchor, " \t\r\n\"'<>#%?&", '_');
}

static bool same_node(const Node *node, const Node *other)
{
    return strcmp(node->id, other->id) == 0 && g_strcmp0(node->object, other->object) == 0;
}

/* True when the tree itself has the derivation that NODE refers to. */
static bool stands_in(const GPtrArray *nodes, const Node *node)
{
    for (guint i = 0; i < nodes->len; i++) {
        const Node *other = nodes->pdata[i];
        if ((!other->elsewhere && same_node(other, node)) || stands_in(other->nodes, node))
            return true;
    }
    return false;
}

static void write_leaf(const Tree *tree, const Leaf *leaf)
{
    g_autofree char *object = object_shown(tree, leaf->object),
                    *value = value_shown(leaf->name, leaf->object, leaf->value),
                    *source = explain_source(leaf);
    xml_writer_start(tree->xml, NULL, "leaf");
    page_attribute(tree->xml, "name", vocabulary_word("figure", leaf->name));
    page_attribute(tree->xml, "object", object);
    page_attribute(tree->xml, "value", value);
    page_attribute(tree->xml, "source", source);
    bool everyone = tree->own == tree->input->scores->nodes && leaf->origin == ORIGIN_OTHER;
    xml_writer_attribute(tree->xml, "origin",
                         everyone ? tr("各单位", "each unit")
                                  : vocabulary_word("origin", origin_ids[leaf->origin]));
    xml_writer_end(tree->xml);
}

static void write_href(const Tree *tree, const Node *node)
{
    bool own = stands_in(tree->own, node);
    g_autofree char *anchor = anchor_of(own ? tree->prefix : "", node->id, node->object);
    g_autofree char *href = g_strconcat(own ? "" : tree->shared_href, "#", anchor, NULL);
    xml_writer_attribute(tree->xml, "href", href);
}

/* True when rounding lost nothing, so that the exact value would only repeat the printed one. */
static bool is_exact(const char *rounded, const char *value)
{
    RationalPool *pool = rational_pool_new();
    const Rational *printed = rational_parse(pool, rounded), *exact = rational_parse(pool, value);
    bool same = printed && exact && rational_compare(printed, exact) == 0;
    rational_pool_free(pool);
    return same || strcmp(rounded, value) == 0;
}

static void write_figures(const Tree *tree, const Node *node)
{
    XmlWriter *xml = tree->xml;
    const char *printed = node->rounded ? node->rounded : node->value;
    g_autofree char *value = value_shown(node->id, node->object, printed),
                    *exact = value_shown(node->id, node->object, node->value);
    page_attribute(xml, "value", value);
    bool is_number = node->value && g_ascii_isdigit(node->value[node->value[0] == '-']);
    if (node->rounded && node->value && !is_exact(node->rounded, node->value))
        page_attribute(xml, is_number ? "exact" : "why", exact);
    if (node->formula && g_strcmp0(node->formula, printed) != 0)
        page_attribute(xml, "formula", node->formula);
    xml_writer_attribute(xml, "rule", node->rule);
    if (!node->elsewhere && vocabulary_has("method", node->id))
        page_attribute(xml, "method", vocabulary_word("method", node->id));
    if (node->notice)
        page_attribute(xml, "notice", vocabulary_word("clause", node->notice));
    if (node->assumed)
        xml_writer_attribute(xml, "assumed", tr("暂定规则", "assumed rule"));
}

/* Says how many stand elsewhere, when there are more than a page shows. */
static void write_cut(const Tree *tree, guint count)
{
    g_autofree char *cut = cut_note(count, PAGE_ROWS_MAX, "scores.xml");
    if (!cut)
        return;
    xml_writer_start(tree->xml, NULL, "leaf");
    page_attribute(tree->xml, "name", cut);
    xml_writer_end(tree->xml);
}

static void write_node(const Tree *tree, const Node *node)
{
    g_autofree char *object = object_shown(tree, node->object),
                    *anchor = anchor_of(tree->prefix, node->id, node->object);
    xml_writer_start(tree->xml, NULL, "node");
    page_attribute(tree->xml, "name", vocabulary_word("figure", node->id));
    page_attribute(tree->xml, "object", object);
    write_figures(tree, node);
    if (node->elsewhere)
        write_href(tree, node);
    else if (g_hash_table_add(tree->anchors, g_strdup(anchor)))
        page_attribute(tree->xml, "id", anchor);
    for (guint i = 0; i < MIN(node->leaves->len, PAGE_ROWS_MAX); i++) {
        const Leaf *leaf = node->leaves->pdata[i];
        if (leaf->origin != ORIGIN_PROGRAM) /* the manifest names the programs */
            write_leaf(tree, leaf);
    }
    write_cut(tree, node->leaves->len);
    for (guint i = 0; i < MIN(node->nodes->len, PAGE_ROWS_MAX); i++)
        write_node(tree, node->nodes->pdata[i]);
    write_cut(tree, node->nodes->len);
    xml_writer_end(tree->xml);
}

void tree_write(XmlWriter *xml, const ReportInput *input, const GPtrArray *nodes, const char *prefix,
                const char *shared_href)
{
    if (nodes->len == 0)
        return;
    g_autoptr(GHashTable) anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Tree tree = {xml, input, nodes, prefix, shared_href, anchors};
    xml_writer_start(xml, NULL, "tree");
    xml_writer_attribute(xml, "rule-label", tr("规则", "rule"));
    xml_writer_attribute(xml, "notice-label", tr("通知原文", "notice"));
    xml_writer_attribute(xml, "method-label", tr("算法", "how"));
    xml_writer_attribute(xml, "exact-label", tr("精确值", "exactly"));
    xml_writer_attribute(xml, "see-label", tr("推导见此", "derivation"));
    for (guint i = 0; i < nodes->len; i++)
        write_node(&tree, nodes->pdata[i]);
    xml_writer_end(xml);
}
