package dev.haetae.common.packages;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an XML file that nobody has to trust. A document type is refused, so that there are neither entities that grow nor any that lead
 * out of the file; the rest has as many elements as the file has room for.
 */
final class XmlReader {

    private static final int DEEPEST = 20;

    /** The parser's message is {@code ParseError at [row,col]:[1,2]\nMessage: …}. */
    private static final String MARK = "Message: ";

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader events;

    private XmlReader(XMLStreamReader events) {
        this.events = events;
    }

    /** The document's element; null when the file is refused. */
    static @Nullable XmlElement read(PackageFile file, Findings findings) throws IOException {
        String text = Texts.strict(file, findings);
        if (text == null) {
            return null;
        }
        try {
            return new XmlReader(FACTORY.createXMLStreamReader(new StringReader(text))).document();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            findings.refuse(file.path(), line, "not valid XML: " + reason(e));
            return null;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    private XmlElement document() throws XMLStreamException {
        while (events.next() != XMLStreamConstants.START_ELEMENT) {
            if (events.getEventType() == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a document type is not allowed", events.getLocation());
            }
        }
        XmlElement document = element(0);
        while (events.hasNext()) {
            events.next();
        }
        return document;
    }

    private XmlElement element(int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("nested deeper than " + DEEPEST + " elements", events.getLocation());
        }
        String name = events.getLocalName();
        int line = events.getLocation().getLineNumber();
        Map<String, String> attributes = attributes();
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (events.next() != XMLStreamConstants.END_ELEMENT) {
            if (events.isStartElement()) {
                children.add(element(depth + 1));
            } else if (events.isCharacters()) {
                text.append(events.getText());
            }
        }
        return new XmlElement(name, attributes, children, text.toString().strip(), line);
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < events.getAttributeCount(); i++) {
            attributes.put(events.getAttributeLocalName(i), events.getAttributeValue(i));
        }
        return attributes;
    }

    /** What the parser says, without the place, which stands in front of it. */
    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int start = message.indexOf(MARK);
        return start < 0 ? message : message.substring(start + MARK.length());
    }
}
