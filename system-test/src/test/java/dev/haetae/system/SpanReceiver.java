package dev.haetae.system;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** A collector: takes spans by OTLP over HTTP and keeps them. */
final class SpanReceiver {

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    private SpanReceiver(HttpServer server) {
        this.server = server;
    }

    /** A span, and which service recorded it. */
    record Received(String service, Span span) {

        String name() {
            return span.getName();
        }

        String trace() {
            return hex(span.getTraceId());
        }

        String id() {
            return hex(span.getSpanId());
        }

        /** Empty for a trace's first. */
        String parent() {
            return hex(span.getParentSpanId());
        }

        Map<String, String> attributes() {
            return texts(span.getAttributesList());
        }

        private static String hex(ByteString id) {
            return HexFormat.of().formatHex(id.toByteArray());
        }
    }

    /** On a port of its own, until the JVM ends. */
    static SpanReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SpanReceiver receiver = new SpanReceiver(server);
        server.createContext("/v1/traces", receiver::take);
        server.start();
        return receiver;
    }

    /** Where it listens, without the protocol's path. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What has come so far of the trace in which a submission was judged. */
    List<Received> of(String submission) {
        return received.stream()
                .filter(span -> submission.equals(span.attributes().get("haetae.submission.id")))
                .findFirst()
                .map(one -> received.stream()
                        .filter(span -> span.trace().equals(one.trace()))
                        .toList())
                .orElse(List.of());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody())
                    .getResourceSpansList()
                    .forEach(this::keep);
            byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private void keep(ResourceSpans spans) {
        String service = texts(spans.getResource().getAttributesList()).getOrDefault("service.name", "");
        spans.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> new Received(service, span))
                .forEach(received::add);
    }

    private static Map<String, String> texts(List<KeyValue> attributes) {
        return attributes.stream()
                .filter(attribute -> attribute.getValue().hasStringValue())
                .collect(Collectors.toMap(
                        KeyValue::getKey, attribute -> attribute.getValue().getStringValue()));
    }
}
