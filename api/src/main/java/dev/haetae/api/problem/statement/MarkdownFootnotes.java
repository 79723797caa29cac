package dev.haetae.api.problem.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.ParserState;

/**
 * Footnotes of Markdown: {@code [^name]} becomes a number, and what stands behind {@code [^name]:} a list at the end, in the order in
 * which the text refers to it. (The extension of commonmark-java does not fit its version 0.32.)
 */
final class MarkdownFootnotes {

    private static final Pattern DEFINITION = Pattern.compile("\\[\\^([^\\]\\s]{1,50})]:");
    private static final int INDENT = 4;

    private final Map<String, Definition> definitions = new HashMap<>();
    private final List<Definition> numbered = new ArrayList<>();

    private MarkdownFootnotes() {}

    /** Makes a parser find them. */
    static void register(Parser.Builder builder) {
        BlockParserFactory factory = (state, _matched) -> start(state);
        builder.customBlockParserFactory(factory).linkProcessor((link, scanner, _context) -> {
            String text = link.text(scanner);
            boolean isNote = link.destination() == null && text.matches("\\^[^\\]\\s]{1,50}");
            return isNote
                    ? LinkResult.replaceWith(new Reference(text.substring(1)), link.afterTextBracket())
                    : LinkResult.none();
        });
    }

    /** Numbers the footnotes of a document and moves them to its end. */
    static void arrange(Node document) {
        MarkdownFootnotes notes = new MarkdownFootnotes();
        document.accept(notes.new Collector());
        notes.definitions.values().forEach(Node::unlink);
        document.accept(notes.new Numberer());
        OrderedList list = new OrderedList();
        for (int i = 0; i < notes.numbered.size(); i++) {
            Definition definition = notes.numbered.get(i);
            definition.accept(notes.new Numberer());
            ListItem item = new ListItem();
            while (definition.getFirstChild() instanceof Block child) {
                item.appendChild(child);
            }
            list.appendChild(item);
        }
        if (list.getFirstChild() != null) {
            document.appendChild(new ThematicBreak());
            document.appendChild(list);
        }
    }

    private static Optional<String> label(CharSequence line, int from) {
        Matcher matcher = DEFINITION.matcher(line).region(from, line.length());
        return matcher.lookingAt() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static BlockStart start(ParserState state) {
        int from = state.getNextNonSpaceIndex();
        if (state.getIndent() >= INDENT) {
            return BlockStart.none();
        }
        return label(state.getLine().getContent(), from)
                .map(label ->
                        BlockStart.of(new DefinitionParser(label)).atIndex(from + label.length() + "[^]:".length()))
                .orElse(BlockStart.none());
    }

    private static final class Definition extends CustomBlock {

        private final String label;
        private int number;

        Definition(String label) {
            this.label = label;
        }
    }

    private static final class Reference extends CustomNode {

        private final String label;

        Reference(String label) {
            this.label = label;
        }
    }

    /** What is indented behind a definition belongs to it. */
    private static final class DefinitionParser extends AbstractBlockParser {

        private final Definition block;

        DefinitionParser(String label) {
            this.block = new Definition(label);
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block child) {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.isBlank()) {
                return BlockContinue.atIndex(state.getIndex());
            }
            return state.getIndent() >= INDENT
                    ? BlockContinue.atColumn(state.getColumn() + INDENT)
                    : BlockContinue.none();
        }
    }

    private final class Collector extends AbstractVisitor {

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof Definition definition) {
                definitions.putIfAbsent(definition.label, definition);
            }
            visitChildren(block);
        }
    }

    private final class Numberer extends AbstractVisitor {

        @Override
        public void visit(CustomNode node) {
            if (node instanceof Reference reference) {
                node.insertBefore(number(reference.label));
                node.unlink();
            }
        }

        private Node number(String label) {
            Definition definition = definitions.get(label);
            if (definition == null) {
                return new Text("[^" + label + "]");
            }
            if (definition.number == 0) {
                numbered.add(definition);
                definition.number = numbered.size();
            }
            return MarkdownInsert.footnote(definition.number);
        }
    }
}
