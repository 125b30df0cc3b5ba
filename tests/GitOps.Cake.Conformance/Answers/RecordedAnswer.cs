using System.Globalization;

namespace GitOps.Cake.Conformance.Answers;

/// <summary>What the real helmfile answered to one step.</summary>
/// <param name="folder">The folder of the recording.</param>
internal sealed class RecordedAnswer(string folder)
{
    public bool Exists => File.Exists(Path.Combine(folder, "exit"));

    /// <summary>What messages call it.</summary>
    public string Folder => folder;

    public int Exit => int.TryParse(Text("exit").Trim(), CultureInfo.InvariantCulture, out var exit)
        ? exit
        : throw new InvalidDataException($"{folder}: exit holds no number.");

    public string Output => Text("stdout");

    public string Error => Text("stderr");

    public string Structured => Text("stdout.structured");

    public string Releases => Text("releases.json");

    /// <summary>The bytes of one of the step's files; null where helmfile left none.</summary>
    public byte[]? Bytes(string path) => Path.Combine(folder, "files", path) is var file && File.Exists(file) ? File.ReadAllBytes(file) : null;

    /// <summary>The values files that were written, by path.</summary>
    public IReadOnlyDictionary<string, string> Values()
    {
        var values = Path.Combine(folder, "values");
        return Directory.Exists(values)
            ? Directory.EnumerateFiles(values, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(values, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);
    }

    private string Text(string name) => Path.Combine(folder, name) is var file && File.Exists(file) ? File.ReadAllText(file) : "";
}
