<?xml version="1.0" encoding="UTF-8"?>
<!-- Dresses what `anjuan check` found (check_page.h) as one page that stands alone: the style is in it, nothing is loaded. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:p="urn:anjuan:page"
                exclude-result-prefixes="p">
  <xsl:import href="page.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="p:page">
    <html lang="{@lang}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
        <meta name="referrer" content="no-referrer"/>
        <title><xsl:value-of select="@title"/></title>
        <style><xsl:value-of select="p:style"/></style>
      </head>
      <body>
        <main class="single">
          <xsl:apply-templates select="p:header | p:section"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="p:facts"><dl class="facts"><xsl:apply-templates select="p:fact"/></dl></xsl:template>
</xsl:stylesheet>
