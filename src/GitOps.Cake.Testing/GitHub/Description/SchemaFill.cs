using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub.Description;

/// <summary>Adds to an answer what GitHub always sends and nobody here reads, so that it has the whole form.</summary>
internal sealed class SchemaFill(GitHubDescription description)
{
    /// <summary>Fills in what is missing.</summary>
    public void Fill(JsonNode? node, JsonObject schema)
    {
        schema = description.Resolve(schema);
        foreach (var part in (schema["allOf"] as JsonArray ?? []).Select(part => part!.AsObject()))
            Fill(node, part);

        if (node is JsonArray items && schema["items"] is JsonObject item)
        {
            foreach (var value in items)
                Fill(value, item);
        }

        if (node is not JsonObject members)
            return;

        foreach (var name in (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()))
        {
            if (!members.ContainsKey(name) && schema["properties"]?[name] is JsonObject wanted)
                members[name] = Made(wanted);
        }

        foreach (var (name, value) in members.ToList())
        {
            if (schema["properties"]?[name] is JsonObject known && value is not null)
                FillChoice(value, known);
        }

        if (schema["properties"] is null)
            FillChoice(members, schema);
    }

    private void FillChoice(JsonNode node, JsonObject schema)
    {
        schema = description.Resolve(schema);
        if ((schema["anyOf"] ?? schema["oneOf"]) is not JsonArray parts)
        {
            if (schema["properties"] is not null || schema["items"] is not null || schema["allOf"] is not null)
                Fill(node, schema);

            return;
        }

        var check = new SchemaCheck(description, isStrict: false);
        foreach (var part in parts.Select(part => part!.AsObject()))
        {
            var filled = node.DeepClone();
            Fill(filled, part);
            if (check.Problems(filled, part).Any())
                continue;

            Fill(node, part);
            return;
        }
    }

    private JsonNode? Made(JsonObject schema)
    {
        schema = description.Resolve(schema);
        if (schema["nullable"]?.GetValue<bool>() == true)
            return null;

        if (schema["enum"] is JsonArray { Count: > 0 } words)
            return words[0]!.DeepClone();

        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray { Count: > 0 } parts && schema["type"] is null)
            return Made(parts[0]!.AsObject());

        JsonNode? made = schema["type"]?.GetValue<string>() switch
        {
            "integer" or "number" => 0,
            "boolean" => false,
            "array" => new JsonArray(),
            "string" => Text(schema["format"]?.GetValue<string>()),
            "object" => new JsonObject(),
            _ => schema["properties"] is null && schema["allOf"] is null ? null : new JsonObject(),
        };
        Fill(made, schema);
        return made;
    }

    private static string Text(string? format) => format switch
    {
        "uri" => "https://api.github.com/",
        "date-time" => "2026-01-01T00:00:00Z",
        _ => "",
    };
}
