package dev.haetae.deploy;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a synthesised template holds and needs.
 *
 * @param name of the stack
 * @param parts how many resources of each type, such as {@code EC2 Subnet}; those that only join others are left out
 * @param joints how many were left out: rights, routes and rules
 * @param imports how many values it takes from which other stack
 * @param names DNS names that it makes
 * @param texts every text in it
 */
record StackParts(
        String name,
        Map<String, Long> parts,
        int joints,
        Map<String, Long> imports,
        Set<String> names,
        Set<String> texts) {

    private static final String IMPORT = "Fn::ImportValue";
    private static final Pattern JOINT =
            Pattern.compile("AWS::IAM::(Policy|Role|InstanceProfile)|AWS::EC2::(Route|RouteTable"
                    + "|SubnetRouteTableAssociation|VPCGatewayAttachment|SecurityGroup(In|E)gress)|AWS::Lambda::Permission"
                    + "|AWS::(S3::Bucket|SNS::Topic|SecretsManager::Resource)Policy|AWS::SecretsManager::SecretTargetAttachment"
                    + "|AWS::CDK::Metadata|AWS::CloudFormation::.*|Custom::.*");

    static StackParts of(String name, Map<?, ?> template) {
        List<Map<?, ?>> resources = ((Map<?, ?>) template.get("Resources"))
                .values().stream()
                        .<Map<?, ?>>map(resource -> (Map<?, ?>) resource)
                        .toList();
        Map<String, Long> parts = resources.stream()
                .map(resource -> resource.get("Type").toString())
                .filter(type -> !JOINT.matcher(type).matches())
                .collect(groupingBy(StackParts::plain, TreeMap::new, counting()));
        Map<String, Long> imports = imports(template)
                .distinct()
                .map(export -> export.substring(0, export.indexOf(':')))
                .collect(groupingBy(identity(), TreeMap::new, counting()));
        int shown = parts.values().stream().mapToInt(Long::intValue).sum();
        return new StackParts(
                name,
                parts,
                resources.size() - shown,
                imports,
                names(resources),
                texts(template).collect(Collectors.toSet()));
    }

    /** Whether it speaks of a name that the other stack makes. */
    boolean names(StackParts other) {
        return other.names.stream().anyMatch(texts::contains);
    }

    private static String plain(String type) {
        return type.substring("AWS::".length()).replace("::", " ");
    }

    private static Set<String> names(List<Map<?, ?>> resources) {
        return resources.stream()
                .filter(resource -> "AWS::Route53::RecordSet".equals(resource.get("Type")))
                .map(record ->
                        ((Map<?, ?>) record.get("Properties")).get("Name").toString())
                .map(name -> name.replaceFirst("\\.$", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<String> imports(Object node) {
        return node instanceof Map<?, ?> map && map.get(IMPORT) instanceof String export
                ? Stream.of(export)
                : children(node).flatMap(StackParts::imports);
    }

    private static Stream<String> texts(Object node) {
        return node instanceof String text ? Stream.of(text) : children(node).flatMap(StackParts::texts);
    }

    private static Stream<?> children(Object node) {
        return switch (node) {
            case Map<?, ?> map -> map.values().stream();
            case Collection<?> list -> list.stream();
            default -> Stream.empty();
        };
    }
}
