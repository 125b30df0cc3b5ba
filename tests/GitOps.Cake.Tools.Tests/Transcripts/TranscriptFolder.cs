using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace GitOps.Cake.Tests.Transcripts;

/// <summary>
/// The recorded calls that the tests read: those of the folder that <c>CLI_TRANSCRIPTS</c> names, one folder per call, at any depth;
/// else the ones of this repository, a file per version with a call in each line.
/// </summary>
internal static class TranscriptFolder
{
    private const string Variable = "CLI_TRANSCRIPTS";

    private static readonly Lazy<ImmutableArray<Transcript>> Named = new(() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? Load(folder) : Own());

    /// <summary>Never empty.</summary>
    public static ImmutableArray<Transcript> All => Named.Value;

    /// <exception cref="InvalidDataException">The folder holds no call.</exception>
    public static ImmutableArray<Transcript> Load(string folder)
    {
        ImmutableArray<Transcript> calls =
        [
            .. Directory.EnumerateFiles(folder, "call.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => Read(Path.GetDirectoryName(file)!)),
        ];
        return calls.IsEmpty ? throw new InvalidDataException($"{folder} holds no recorded call; {Variable} has to name a folder of calls.") : calls;
    }

    public static ImmutableArray<Transcript> Own() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Transcripts"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadLines(file).Select(line => Read(Path.GetFileNameWithoutExtension(file), JsonNode.Parse(line)!.AsObject()))),
    ];

    private static Transcript Read(string folder)
    {
        var call = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "call.json")))!.AsObject();
        call["name"] = Path.GetFileName(folder);
        call["stdout"] = File.ReadAllText(Path.Combine(folder, "stdout"));
        call["stderr"] = File.ReadAllText(Path.Combine(folder, "stderr"));
        call["expected"] = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        return Read(Path.GetFileName(Path.GetDirectoryName(folder)!), call);
    }

    private static Transcript Read(string version, JsonObject call) => new(
        version,
        call["name"]!.GetValue<string>(),
        [.. call["arguments"]!.AsArray().Select(argument => argument!.GetValue<string>())],
        call["exit"]!.GetValue<int>(),
        call["stdout"]!.GetValue<string>(),
        call["stderr"]!.GetValue<string>(),
        call["expected"]!.AsObject());
}
