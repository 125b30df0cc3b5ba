using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GitOps.Cake.Testing.GitHub.Description;

/// <summary>Checks JSON against a schema of the description.</summary>
/// <param name="description">The description that schemas point into.</param>
/// <param name="isStrict">Whether a member that the schema does not know is wrong: so it is in requests, where it would do nothing.</param>
internal sealed class SchemaCheck(GitHubDescription description, bool isStrict)
{
    /// <summary>What is wrong, each with its place.</summary>
    public IEnumerable<string> Problems(JsonNode? node, JsonObject schema, string path = "$")
    {
        schema = description.Resolve(schema);
        if (node is null)
            return AllowsNull(schema) ? [] : [$"{path} is null."];

        return
        [
            .. TypeProblems(node, schema, path),
            .. Limits(node, schema, path),
            .. node is JsonObject members ? Members(members, schema, path) : [],
            .. node is JsonArray items && schema["items"] is JsonObject item ? items.SelectMany((value, index) => Problems(value, item, $"{path}[{index}]")) : [],
            .. Choices(node, schema, path),
        ];
    }

    private bool AllowsNull(JsonObject schema) => schema["nullable"]?.GetValue<bool>() == true
        || (schema["type"] is null && schema["enum"] is null && schema["properties"] is null && Parts(schema, "anyOf").Concat(Parts(schema, "oneOf")).ToList() is var parts
            && (parts.Count == 0 || parts.Exists(part => AllowsNull(description.Resolve(part)))));

    private static IEnumerable<string> TypeProblems(JsonNode node, JsonObject schema, string path)
    {
        if (schema["type"]?.GetValue<string>() is not { } type)
            yield break;

        var kind = node.GetValueKind();
        var fits = type switch
        {
            "object" => kind == JsonValueKind.Object,
            "array" => kind == JsonValueKind.Array,
            "string" => kind == JsonValueKind.String,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "integer" => kind == JsonValueKind.Number && node.ToJsonString() is var number && !number.Contains('.', StringComparison.Ordinal),
            "number" => kind == JsonValueKind.Number,
            _ => false,
        };
        if (!fits)
            yield return $"{path} is {kind.ToString().ToLowerInvariant()}, and not {type}.";
    }

    private static IEnumerable<string> Limits(JsonNode node, JsonObject schema, string path)
    {
        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, node)))
            yield return $"{path} is {node.ToJsonString()}, and none of {words.ToJsonString()}.";

        if (node is JsonArray items && schema["maxItems"]?.GetValue<int>() is { } most && items.Count > most)
            yield return $"{path} has {items.Count} items; {most} are taken.";

        if (node.GetValueKind() != JsonValueKind.String)
            yield break;

        var text = node.GetValue<string>();
        var length = text.EnumerateRunes().Count();
        if (schema["maxLength"]?.GetValue<int>() is { } longest && length > longest)
            yield return $"{path} has {length} characters; {longest} are taken.";

        if (schema["minLength"]?.GetValue<int>() is { } shortest && length < shortest)
            yield return $"{path} has {length} characters; {shortest} are needed.";

        if (schema["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant))
            yield return $"{path} does not match {pattern}.";

        if (schema["format"]?.GetValue<string>() == "date-time" && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return $"{path} is no time.";

        if (schema["format"]?.GetValue<string>() == "uri" && !Uri.TryCreate(text, UriKind.Absolute, out _))
            yield return $"{path} is no address.";
    }

    private IEnumerable<string> Members(JsonObject members, JsonObject schema, string path)
    {
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).Where(name => !members.ContainsKey(name)))
            yield return $"{path}.{name} is missing.";

        foreach (var (name, value) in members)
        {
            if (schema["properties"]?[name] is JsonObject known)
            {
                foreach (var problem in Problems(value, known, $"{path}.{name}"))
                    yield return problem;
            }
            else if (schema["additionalProperties"] is JsonObject other)
            {
                foreach (var problem in Problems(value, other, $"{path}.{name}"))
                    yield return problem;
            }
            else if (isStrict && schema["properties"] is not null && !Alternatives(schema).Any(part => description.Resolve(part)["properties"]?[name] is not null))
            {
                yield return $"{path}.{name} is not known.";
            }
        }
    }

    // GitHub's alternatives overlap, so one that fits is enough, whatever the keyword.
    private IEnumerable<string> Choices(JsonNode node, JsonObject schema, string path)
    {
        var lenient = new SchemaCheck(description, isStrict: false);
        foreach (var problem in Parts(schema, "allOf").SelectMany(part => lenient.Problems(node, part, path)))
            yield return problem;

        foreach (var keyword in (string[])["anyOf", "oneOf"])
        {
            var parts = Parts(schema, keyword).ToList();
            if (parts.Count > 0 && parts.All(part => lenient.Problems(node, part, path).Any()))
                yield return $"{path} fits none of its {parts.Count} forms: {lenient.Problems(node, parts[0], path).First()}";
        }
    }

    private static IEnumerable<JsonObject> Alternatives(JsonObject schema) => Parts(schema, "allOf").Concat(Parts(schema, "anyOf")).Concat(Parts(schema, "oneOf"));

    private static IEnumerable<JsonObject> Parts(JsonObject schema, string keyword) => (schema[keyword] as JsonArray ?? []).Select(part => part!.AsObject());
}
