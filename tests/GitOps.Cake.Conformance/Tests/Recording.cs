using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Conformance.Cases;
using GitOps.Cake.Conformance.Comparing;
using GitOps.Cake.Conformance.Reporting;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Tests;

/// <summary>A recorded answer made for a test, and the judgement of another one against it.</summary>
internal sealed class Recording : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recording-");

    public Recording(int exit = 0, string output = "", string structured = "", string releases = "")
    {
        Add("exit", $"{exit}\n");
        Add("stdout", output);
        Add("stdout.structured", structured);
        Add("releases.json", releases);
    }

    public Recording Add(string path, string content)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return this;
    }

    public StepResult Judge(
        CompareKind kind,
        EngineAnswer answer,
        string? releases = null,
        Dictionary<string, string>? written = null,
        Dictionary<string, string>? files = null,
        Func<CaseStep, CaseStep>? step = null) => StepComparison.Judge(
            (step ?? (same => same))(new() { Number = 1, Run = ["command"], Compare = kind }),
            new(_folder.FullName),
            new()
            {
                Answer = answer,
                Releases = releases is null ? null : YamlReader.Read(releases),
                Written = written ?? [],
                File = path => files?.GetValueOrDefault(path) is { } text ? Encoding.UTF8.GetBytes(text) : null,
            });

    public static ImmutableArray<Regex> Patterns(params string[] patterns) => [.. patterns.Select(pattern => new Regex(pattern, RegexOptions.Multiline))];

    public void Dispose() => _folder.Delete(recursive: true);
}
