/*
 * docx_names: the elements of a story part that matter, as numbers; private to the DOCX reader.
 */
#ifndef ANJUAN_DOCX_NAMES_H
#define ANJUAN_DOCX_NAMES_H

typedef enum {
    EL_OTHER,
    EL_ALTERNATE,   /* mc:AlternateContent */
    EL_ALTERNATIVE, /* mc:Choice, mc:Fallback */
    EL_ALT_CHUNK,
    EL_PICTURE,
    EL_DRAWN, /* w:drawing, w:pict, w:object: whatever stands in it */
    EL_BOX, /* w:txbxContent, and what holds the text of a drawing or diagram */
    EL_BR,
    EL_CELL_DELETED,
    EL_CHART_VALUE, /* c:v: text where it is one of c:strCache */
    EL_CHECKED,
    EL_CHECK_BOX, /* of a legacy form field, as the next ones in w:ffData are */
    EL_CHANGE, /* former properties: w:rPrChange … */
    EL_CR,
    EL_DEL,
    EL_DEL_TEXT,
    EL_DRAWN_P, /* a:p, c:pt */
    EL_DROP_DOWN,
    EL_FIELD_CHAR,
    EL_FORM_DEFAULT,
    EL_FORM_RESULT,
    EL_FREE_BREAK, /* a:br */
    EL_FREE_TEXT,  /* m:t, a:t: read, but outside the count of SPEC 6 */
    EL_GRID_BEFORE,
    EL_GRID_SPAN,
    EL_HMERGE,
    EL_ILVL,
    EL_INLINE, /* wp:inline: a drawing that stands where it is in the text */
    EL_INS,
    EL_INSTR,
    EL_JC,
    EL_LIST_ENTRY,
    EL_MOVE_FROM,
    EL_MOVE_TO,
    EL_NOTE, /* w:footnote, w:endnote */
    EL_NO_BREAK_HYPHEN,
    EL_NUM_ID,
    EL_P,
    EL_PAGE_BREAK,
    EL_PPR,
    EL_PSTYLE,
    EL_PTAB,
    EL_R,
    EL_RPR,
    EL_RSTYLE,
    EL_RT,
    EL_SECT,
    EL_SIZE,
    EL_SPEC_VANISH,
    EL_SYM,
    EL_T,
    EL_TAB,
    EL_TABLE,
    EL_TABS,
    EL_TBL_STYLE,
    EL_TC,
    EL_TR,
    EL_TRPR,
    EL_VANISH,
    EL_VMERGE
} DocxElement;

/* The element of local name NAME in the namespace NS; EL_OTHER for all others. */
DocxElement docx_element(const char *ns, const char *name);

#endif
