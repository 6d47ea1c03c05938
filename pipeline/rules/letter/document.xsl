<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes word/document.xml of a letter (urn:anjuan:letter, see check_letter.c).  Nothing is worded here; sizes and fonts are those
     of styles.xml.  A4 with margins of 37, 26, 35 and 28 mm (GB/T 9704-2012), in twentieths of a point. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:l="urn:anjuan:letter" exclude-result-prefixes="l"
                xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
  <xsl:output method="xml" encoding="UTF-8" standalone="yes" indent="no"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="l:letter">
    <w:document>
      <w:body>
        <xsl:apply-templates/>
        <w:sectPr>
          <w:footerReference w:type="default" r:id="rId3"/>
          <w:footerReference w:type="even" r:id="rId4"/>
          <w:pgSz w:w="11906" w:h="16838"/>
          <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1361" w:gutter="0"/>
        </w:sectPr>
      </w:body>
    </w:document>
  </xsl:template>

  <xsl:template match="l:p">
    <w:p>
      <w:pPr><w:pStyle w:val="{@style}"/></w:pPr>
      <w:r><w:t xml:space="preserve"><xsl:value-of select="."/></w:t></w:r>
    </w:p>
  </xsl:template>

  <xsl:template match="l:table">
    <w:tbl>
      <w:tblPr>
        <w:tblW w:w="8844" w:type="dxa"/>
        <w:tblBorders>
          <w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:left w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:right w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/>
        </w:tblBorders>
        <w:tblLayout w:type="fixed"/>
      </w:tblPr>
      <w:tblGrid><xsl:for-each select="l:column"><w:gridCol w:w="{@width}"/></xsl:for-each></w:tblGrid>
      <w:tr>
        <w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>
        <xsl:for-each select="l:column">
          <w:tc>
            <w:tcPr><w:tcW w:w="{@width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>
            <w:p><w:pPr><w:pStyle w:val="CellHead"/></w:pPr><w:r><w:t><xsl:value-of select="@label"/></w:t></w:r></w:p>
          </w:tc>
        </xsl:for-each>
      </w:tr>
      <xsl:apply-templates select="l:row"/>
    </w:tbl>
    <w:p><w:pPr><w:pStyle w:val="Cell"/><w:keepNext/></w:pPr></w:p>
  </xsl:template>

  <!-- only short rows are kept whole: a long one that does not fit would leave half a page empty.  A line of a column holds about ten
       characters -->
  <xsl:template match="l:row">
    <w:tr>
      <xsl:if test="not(l:cell[count(l:line) &gt; 6 or string-length(.) &gt; 80])"><w:trPr><w:cantSplit/></w:trPr></xsl:if>
      <xsl:apply-templates select="l:cell"/>
    </w:tr>
  </xsl:template>

  <xsl:template match="l:cell">
    <xsl:variable name="at" select="position()"/>
    <!-- who to ask, signature and date stay with the end of the last row -->
    <xsl:variable name="ends" select="not(../following-sibling::l:row) and not(../../following-sibling::l:table)"/>
    <w:tc>
      <w:tcPr><w:tcW w:w="{../../l:column[$at]/@width}" w:type="dxa"/></w:tcPr>
      <xsl:for-each select="l:line">
        <w:p>
          <w:pPr><w:pStyle w:val="Cell"/><xsl:if test="$ends"><w:keepNext/></xsl:if><xsl:if test="$at = 1"><w:jc w:val="center"/></xsl:if></w:pPr>
          <w:r><w:t xml:space="preserve"><xsl:value-of select="."/></w:t></w:r>
        </w:p>
      </xsl:for-each>
    </w:tc>
  </xsl:template>
</xsl:stylesheet>
