const schemaUri = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

/** The name that Factur-X and ZUGFeRD prescribe for the embedded XML. */
export const xmlName = "factur-x.xml";

const property = (name: string, text: string) => `
          <rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>${name}</pdfaProperty:name>
            <pdfaProperty:valueType>Text</pdfaProperty:valueType>
            <pdfaProperty:category>external</pdfaProperty:category>
            <pdfaProperty:description>${text}</pdfaProperty:description>
          </rdf:li>`;

/** What the PDF's metadata say of the embedded invoice, with the extension schema that PDF/A wants explained. */
export const facturX = `
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas>
      <rdf:Bag>
        <rdf:li rdf:parseType="Resource">
          <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
          <pdfaSchema:namespaceURI>${schemaUri}</pdfaSchema:namespaceURI>
          <pdfaSchema:prefix>fx</pdfaSchema:prefix>
          <pdfaSchema:property>
            <rdf:Seq>${[
              property("DocumentFileName", "name of the embedded XML file"),
              property("DocumentType", "type of the document"),
              property("Version", "version of the standard"),
              property("ConformanceLevel", "profile of the standard"),
            ].join("")}
            </rdf:Seq>
          </pdfaSchema:property>
        </rdf:li>
      </rdf:Bag>
    </pdfaExtension:schemas>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:fx="${schemaUri}">
    <fx:DocumentType>INVOICE</fx:DocumentType>
    <fx:DocumentFileName>${xmlName}</fx:DocumentFileName>
    <fx:Version>1.0</fx:Version>
    <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
  </rdf:Description>`;
