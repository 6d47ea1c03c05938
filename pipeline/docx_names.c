#include "docx_names.h"

#include <stdlib.h>
#include <string.h>

#include "docx_parts.h"

typedef struct {
    const char *name;
    DocxElement element;
} Named;

/* In byte order, for bsearch. */
static const Named word_names[] = {
    {"altChunk", EL_ALT_CHUNK}, {"br", EL_BR}, {"cellDel", EL_CELL_DELETED}, {"cellIns", EL_INS},
    {"checkBox", EL_CHECK_BOX}, {"checked", EL_CHECKED}, {"cr", EL_CR}, {"ddList", EL_DROP_DOWN},
    {"default", EL_FORM_DEFAULT}, {"del", EL_DEL}, {"delText", EL_DEL_TEXT}, {"drawing", EL_DRAWN}, {"endnote", EL_NOTE},
    {"fldChar", EL_FIELD_CHAR}, {"footnote", EL_NOTE}, {"gridBefore", EL_GRID_BEFORE},
    {"gridSpan", EL_GRID_SPAN}, {"hMerge", EL_HMERGE}, {"ilvl", EL_ILVL}, {"ins", EL_INS},
    {"instrText", EL_INSTR}, {"jc", EL_JC}, {"listEntry", EL_LIST_ENTRY}, {"moveFrom", EL_MOVE_FROM},
    {"moveTo", EL_MOVE_TO}, {"noBreakHyphen", EL_NO_BREAK_HYPHEN}, {"numId", EL_NUM_ID}, {"object", EL_DRAWN}, {"p", EL_P},
    {"pPr", EL_PPR}, {"pPrChange", EL_CHANGE}, {"pStyle", EL_PSTYLE}, {"pageBreakBefore", EL_PAGE_BREAK}, {"pict", EL_DRAWN},
    {"ptab", EL_PTAB}, {"r", EL_R}, {"rPr", EL_RPR}, {"rPrChange", EL_CHANGE}, {"rStyle", EL_RSTYLE},
    {"result", EL_FORM_RESULT}, {"rt", EL_RT}, {"sectPr", EL_SECT}, {"sectPrChange", EL_CHANGE},
    {"specVanish", EL_SPEC_VANISH}, {"sym", EL_SYM}, {"sz", EL_SIZE}, {"t", EL_T}, {"tab", EL_TAB},
    {"tabs", EL_TABS}, {"tbl", EL_TABLE}, {"tblGridChange", EL_CHANGE}, {"tblPrChange", EL_CHANGE},
    {"tblPrExChange", EL_CHANGE}, {"tblStyle", EL_TBL_STYLE}, {"tc", EL_TC}, {"tcPrChange", EL_CHANGE},
    {"tr", EL_TR}, {"trPr", EL_TRPR}, {"trPrChange", EL_CHANGE}, {"txbxContent", EL_BOX},
    {"vMerge", EL_VMERGE}, {"vanish", EL_VANISH}};

static int compare_names(const void *key, const void *entry)
{
    return strcmp(key, ((const Named *)entry)->name);
}

static DocxElement drawing_element(const char *name)
{
    return strcmp(name, "p") == 0        ? EL_DRAWN_P
           : strcmp(name, "t") == 0      ? EL_FREE_TEXT
           : strcmp(name, "br") == 0     ? EL_FREE_BREAK
           : strcmp(name, "txBody") == 0 ? EL_BOX
           : strcmp(name, "blip") == 0   ? EL_PICTURE
                                         : EL_OTHER;
}

/* Titles of a chart are drawn text; its names and categories stand in c:strCache, its figures in c:numCache,
 * which are no text. */
static DocxElement chart_element(const char *name)
{
    return strcmp(name, "rich") == 0 || strcmp(name, "strCache") == 0 ? EL_BOX
           : strcmp(name, "pt") == 0                                  ? EL_DRAWN_P
           : strcmp(name, "v") == 0                                   ? EL_CHART_VALUE
                                                                      : EL_OTHER;
}

DocxElement docx_element(const char *ns, const char *name)
{
    if (docx_is_word(ns)) {
        const Named *found = bsearch(name, word_names, G_N_ELEMENTS(word_names), sizeof word_names[0], compare_names);
        return found ? found->element : EL_OTHER;
    }
    if (strcmp(ns, "http://schemas.openxmlformats.org/markup-compatibility/2006") == 0)
        return strcmp(name, "AlternateContent") == 0                                ? EL_ALTERNATE
               : strcmp(name, "Choice") == 0 || strcmp(name, "Fallback") == 0 ? EL_ALTERNATIVE
                                                                                    : EL_OTHER;
    if (docx_is_drawing(ns))
        return drawing_element(name);
    if (g_str_has_suffix(ns, "/wordprocessingDrawing"))
        return strcmp(name, "inline") == 0 ? EL_INLINE : EL_OTHER;
    if (strcmp(ns, "urn:schemas-microsoft-com:vml") == 0)
        return strcmp(name, "imagedata") == 0 ? EL_PICTURE : EL_OTHER;
    if (g_str_has_suffix(ns, "/chart"))
        return chart_element(name);
    if (strcmp(name, "t") != 0)
        return EL_OTHER;
    return g_str_has_suffix(ns, "/math") ? EL_FREE_TEXT : g_str_has_suffix(ns, "/diagram") ? EL_BOX : EL_OTHER;
}
