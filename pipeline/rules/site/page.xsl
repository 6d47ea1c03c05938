<?xml version="1.0" encoding="UTF-8"?>
<!-- Dresses a page (urn:anjuan:page, see report_page.h) as HTML.  Nothing is decided here but how things look: no figure is made,
     no sentence is written.  The only arithmetic is the width of bars. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:anjuan:page"
                exclude-result-prefixes="p">
  <xsl:output method="html" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="*"/>

  <!-- ==== the frame ==== -->
  <xsl:template match="p:page">
    <html lang="{@lang}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"/>
        <meta name="referrer" content="no-referrer"/>
        <title><xsl:value-of select="@title"/> · <xsl:value-of select="@site"/></title>
        <link rel="stylesheet" href="{@root}style.css"/>
      </head>
      <body>
        <header class="masthead">
          <p class="site"><a href="{@root}index.html"><xsl:value-of select="@site"/></a></p>
          <xsl:apply-templates select="p:nav"/>
        </header>
        <main>
          <xsl:apply-templates select="p:header"/>
          <xsl:if test="count(p:section) &gt; 2">
            <nav class="contents">
              <ul>
                <xsl:for-each select="p:section"><li><a href="#{@id}"><xsl:value-of select="@title"/></a></li></xsl:for-each>
              </ul>
            </nav>
          </xsl:if>
          <xsl:apply-templates select="p:section"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="p:nav">
    <nav class="pages">
      <ul><xsl:for-each select="p:link"><li><xsl:apply-templates select="."/></li></xsl:for-each></ul>
    </nav>
  </xsl:template>

  <xsl:template match="p:header">
    <div class="title">
      <xsl:if test="@subtitle"><p class="subtitle"><xsl:value-of select="@subtitle"/></p></xsl:if>
      <h1><xsl:value-of select="@title"/></h1>
      <xsl:if test="p:fact or p:time">
        <dl class="facts">
          <xsl:apply-templates select="p:fact"/>
          <xsl:if test="p:time"><div><dt><xsl:value-of select="@time-label"/></dt><dd><time><xsl:value-of select="p:time"/></time></dd></div></xsl:if>
        </dl>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="p:fact">
    <div><dt><xsl:value-of select="@label"/></dt><dd><xsl:call-template name="tone"/><xsl:value-of select="."/></dd></div>
  </xsl:template>

  <xsl:template match="p:section">
    <section id="{@id}">
      <h2>
        <xsl:choose>
          <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="@title"/></a></xsl:when>
          <xsl:otherwise><xsl:value-of select="@title"/></xsl:otherwise>
        </xsl:choose>
      </h2>
      <xsl:if test="@note"><p class="note"><xsl:value-of select="@note"/></p></xsl:if>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <xsl:template match="p:group">
    <section class="group"><h3><xsl:value-of select="@title"/><xsl:if test="@note"><xsl:text> </xsl:text><span class="group-note"><xsl:value-of select="@note"/></span></xsl:if></h3><xsl:apply-templates/></section>
  </xsl:template>

  <xsl:template match="p:fold">
    <details class="fold"><summary><xsl:value-of select="@title"/></summary><xsl:apply-templates/></details>
  </xsl:template>

  <!-- ==== pieces of text ==== -->
  <xsl:template name="tone"><xsl:if test="@tone"><xsl:attribute name="class">t-<xsl:value-of select="@tone"/></xsl:attribute></xsl:if></xsl:template>

  <xsl:template match="p:link">
    <a href="{@href}"><xsl:if test="@current"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><xsl:value-of select="."/></a>
  </xsl:template>

  <xsl:template match="p:more"><p class="t-quiet"><xsl:value-of select="."/></p></xsl:template>

  <xsl:template match="p:remark"><p class="note"><xsl:value-of select="."/></p></xsl:template>

  <xsl:template match="p:span"><xsl:value-of select="."/></xsl:template>

  <xsl:template match="p:links">
    <ul class="links"><xsl:for-each select="p:link"><li><xsl:apply-templates select="."/></li></xsl:for-each></ul>
  </xsl:template>

  <!-- ==== tables ==== -->
  <xsl:template match="p:table">
    <div class="scroll">
      <table>
        <xsl:if test="count(p:column) &gt; 9"><xsl:attribute name="class">wide</xsl:attribute></xsl:if>
        <thead>
          <tr><xsl:for-each select="p:column"><th scope="col" class="c-{@kind}"><xsl:value-of select="@label"/></th></xsl:for-each></tr>
        </thead>
        <tbody>
          <xsl:apply-templates select="p:row"/>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="p:row"><tr><xsl:call-template name="tone"/><xsl:apply-templates select="p:cell"/></tr></xsl:template>

  <xsl:template match="p:cell">
    <xsl:variable name="at" select="position()"/>
    <xsl:variable name="kind" select="../../p:column[$at]/@kind"/>
    <xsl:choose>
      <xsl:when test="@head"><th scope="row" class="c-{$kind}"><xsl:apply-templates/></th></xsl:when>
      <xsl:otherwise><td class="c-{$kind}"><xsl:call-template name="cell-content"/></td></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="cell-content">
    <xsl:choose>
      <xsl:when test="@tone and string(.) != ''"><span class="t-{@tone}"><xsl:value-of select="."/></span></xsl:when>
      <xsl:when test="count(p:link) &gt; 1"><ul class="scans"><xsl:for-each select="p:link"><li><xsl:apply-templates select="."/></li></xsl:for-each></ul><xsl:apply-templates select="p:more"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ==== bars: drawn, so that they print without background colours ==== -->
  <xsl:template match="p:bar">
    <xsl:variable name="max" select="sum(p:part/@max)"/>
    <xsl:if test="$max &gt; 0">
      <svg xmlns="http://www.w3.org/2000/svg" class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img">
        <title><xsl:for-each select="p:part"><xsl:if test="position() &gt; 1"> · </xsl:if><xsl:value-of select="concat(@label, ' ', @value, '/', @max)"/></xsl:for-each></title>
        <rect class="b-ground" x="0" y="0" width="100" height="10"/>
        <xsl:for-each select="p:part">
          <rect class="b-{@tone}" y="0" height="10" x="{format-number(100 * sum(preceding-sibling::p:part/@value) div $max, '0.##')}" width="{format-number(100 * @value div $max, '0.##')}"/>
        </xsl:for-each>
      </svg>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:legend">
    <ul class="legend">
      <xsl:for-each select="p:part">
        <li><svg xmlns="http://www.w3.org/2000/svg" class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class="b-{@tone}" width="10" height="10"/></svg><xsl:text> </xsl:text><xsl:value-of select="concat(@label, ' ', @max)"/></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- ==== the slots at a glance ==== -->
  <xsl:template match="p:slots"><ol class="slots"><xsl:apply-templates select="p:slot"/></ol></xsl:template>

  <xsl:template match="p:slot">
    <li class="slot s-{@tone}">
      <p class="slot-title"><b><xsl:value-of select="@title"/></b><span class="t-{@tone}"><xsl:value-of select="@label"/></span></p>
      <xsl:if test="@mark"><p class="slot-mark"><xsl:value-of select="../@mark-label"/><xsl:text> </xsl:text><b><xsl:value-of select="@mark"/></b></p></xsl:if>
      <xsl:if test="p:fact"><dl><xsl:apply-templates select="p:fact"/></dl></xsl:if>
    </li>
  </xsl:template>

  <!-- ==== findings ==== -->
  <xsl:template match="p:findings"><ul class="findings"><xsl:apply-templates select="p:finding"/></ul></xsl:template>

  <xsl:template match="p:finding">
    <li class="finding f-{@level}">
      <p class="sentence"><span class="t-{@level}"><xsl:value-of select="@level-label"/></span><xsl:text> </xsl:text><span class="code"><xsl:value-of select="@code"/></span><xsl:text> </xsl:text><xsl:value-of select="p:sentence"/></p>
      <xsl:if test="count(p:file) &gt; 1"><ul class="where"><xsl:for-each select="p:file"><li><xsl:value-of select="."/></li></xsl:for-each></ul></xsl:if>
      <xsl:if test="(p:file or p:link or p:place) and not(count(p:file) &gt; 1)">
        <p class="where"><xsl:apply-templates select="p:file | p:link"/><xsl:if test="(p:file or p:link) and p:place"><xsl:text> · </xsl:text></xsl:if><xsl:value-of select="p:place"/></p>
      </xsl:if>
      <xsl:if test="p:remedy"><p class="remedy"><b><xsl:value-of select="../@remedy-label"/></b><xsl:text> </xsl:text><xsl:value-of select="p:remedy"/></p></xsl:if>
      <xsl:if test="p:reason"><p class="reason"><b><xsl:value-of select="../@reason-label"/></b><xsl:text> </xsl:text><xsl:value-of select="p:reason"/></p></xsl:if>
      <xsl:if test="p:points"><p class="reason points"><b><xsl:value-of select="../@points-label"/></b><xsl:text> </xsl:text><xsl:value-of select="p:points"/></p></xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="p:file"><xsl:value-of select="."/></xsl:template>

  <!-- ==== derivations ==== -->
  <xsl:template match="p:tree"><ul class="tree"><xsl:apply-templates select="p:node"/></ul></xsl:template>

  <xsl:template match="p:node">
    <li>
      <xsl:if test="@id"><xsl:attribute name="id"><xsl:value-of select="@id"/></xsl:attribute></xsl:if>
      <xsl:choose>
        <xsl:when test="p:node or p:leaf">
          <details open="open">
            <summary><xsl:call-template name="figure"/></summary>
            <xsl:call-template name="node-notes"/>
            <ul>
              <xsl:apply-templates select="p:leaf"/>
              <xsl:apply-templates select="p:node"/>
            </ul>
          </details>
        </xsl:when>
        <xsl:otherwise>
          <div class="figure"><xsl:call-template name="figure"/></div>
          <xsl:call-template name="node-notes"/>
        </xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

  <xsl:template name="figure">
    <span class="name"><xsl:value-of select="@name"/><xsl:if test="@object"><xsl:text> </xsl:text><xsl:value-of select="@object"/></xsl:if></span>
    <xsl:if test="@formula"><xsl:text> </xsl:text><span class="formula"><xsl:value-of select="@formula"/></span></xsl:if>
    <xsl:if test="@value"><xsl:text> = </xsl:text><b class="value"><xsl:value-of select="@value"/></b></xsl:if>
    <xsl:if test="@why"><xsl:text> </xsl:text><span class="t-bad"><xsl:value-of select="@why"/></span></xsl:if>
    <xsl:if test="@exact"><xsl:text> </xsl:text><span class="exact"><xsl:value-of select="concat(ancestor::p:tree/@exact-label, ' ', @exact)"/></span></xsl:if>
    <xsl:if test="@assumed"><xsl:text> </xsl:text><span class="t-warn"><xsl:value-of select="@assumed"/></span></xsl:if>
    <xsl:if test="@rule"><xsl:text> </xsl:text><span class="rule"><xsl:value-of select="concat(ancestor::p:tree/@rule-label, ' ', @rule)"/></span></xsl:if>
    <xsl:if test="@href"><xsl:text> </xsl:text><a href="{@href}"><xsl:value-of select="ancestor::p:tree/@see-label"/></a></xsl:if>
  </xsl:template>

  <!-- method and clause stand once: not again below the figure, or beside the brother, that has it already -->
  <xsl:template name="node-notes">
    <xsl:if test="@method and not(@method = preceding-sibling::p:node[1]/@method)"><p class="notice"><b><xsl:value-of select="ancestor::p:tree/@method-label"/></b><xsl:text> </xsl:text><xsl:value-of select="@method"/></p></xsl:if>
    <xsl:if test="@notice and not(@notice = ../@notice) and not(@notice = preceding-sibling::p:node[1]/@notice)"><p class="notice"><b><xsl:value-of select="ancestor::p:tree/@notice-label"/></b><xsl:text> </xsl:text><q><xsl:value-of select="@notice"/></q></p></xsl:if>
  </xsl:template>

  <xsl:template match="p:leaf">
    <li class="leaf">
      <span class="name"><xsl:value-of select="@name"/><xsl:if test="@object"><xsl:text> </xsl:text><xsl:value-of select="@object"/></xsl:if></span>
      <xsl:if test="@value"><xsl:text> </xsl:text><b class="value"><xsl:value-of select="@value"/></b></xsl:if>
      <xsl:text> </xsl:text><span class="source"><xsl:value-of select="@origin"/><xsl:if test="@source"><xsl:text> · </xsl:text><xsl:value-of select="@source"/></xsl:if></span>
    </li>
  </xsl:template>
</xsl:stylesheet>
