using System.Text.Json.Nodes;

namespace GitOps.Cake.Tests.Transcripts;

/// <summary>Compares what was read with what is expected, member by member; a member that is absent asks for nothing.</summary>
internal static class TranscriptComparison
{
    private static readonly string[] OtherForms = ["simple", "json", "structured", "template", "dyff"];

    public static List<string> Differences(Transcript call, JsonObject actual)
    {
        var differences = new List<string>();
        foreach (var (name, expected) in call.Expected)
        {
            if (name == "error")
                Error(expected!.AsObject(), actual["error"]?.AsObject(), differences);
            else
                Value($"$.{name}", IsText(call) || name != "diff" ? expected : StatesOnly(expected), actual[name], differences);
        }

        return differences;
    }

    /// <summary>Of another form of helm-diff than its text, which the engine never asks for, only the state of each release counts.</summary>
    private static bool IsText(Transcript call) => !call.Arguments.Any(argument => OtherForms.Contains(argument));

    private static JsonArray StatesOnly(JsonNode? diff) => new([.. diff!.AsArray().Select(release =>
    {
        var copy = release!.DeepClone().AsObject();
        copy.Remove("resources");
        return copy;
    })]);

    private static void Error(JsonObject expected, JsonObject? actual, List<string> differences)
    {
        if (actual is null)
        {
            differences.Add("$.error is missing.");
            return;
        }

        var message = actual["message"]!.GetValue<string>();
        differences.AddRange(expected["names"]!.AsArray().Select(name => name!.GetValue<string>()).Where(name => !message.Contains(name, StringComparison.Ordinal))
            .Select(name => $"The message does not name \"{name}\": {message}"));
        if (expected["release"] is { } release)
            Value("$.error.release", release, actual["release"], differences);
    }

    private static void Value(string path, JsonNode? expected, JsonNode? actual, List<string> differences)
    {
        switch (expected)
        {
            case JsonObject members when actual is JsonObject others:
                foreach (var (name, member) in members)
                    Value($"{path}.{name}", member, others[name], differences);

                break;
            case JsonArray items when actual is JsonArray others && items.Count == others.Count:
                for (var index = 0; index < items.Count; index++)
                    Value($"{path}[{index}]", items[index], others[index], differences);

                break;
            default:
                if (!JsonNode.DeepEquals(expected, actual))
                    differences.Add($"{path} is {actual?.ToJsonString() ?? "nothing"} and not {expected?.ToJsonString()}.");

                break;
        }
    }
}
