using System.Collections.Immutable;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Conformance.Cases;

/// <summary>Finds and reads cases.</summary>
internal static class CaseReader
{
    private const string FileName = "case.yaml";

    private static readonly ImmutableHashSet<string> Known = ["cluster", "helm", "repo", "git"];

    /// <summary>The folders that hold a case, by name.</summary>
    public static ImmutableArray<(string Name, string Folder)> Find(string cases) =>
    [
        .. Directory.EnumerateFiles(cases, FileName, SearchOption.AllDirectories)
            .Select(file => Path.GetDirectoryName(file)!)
            .Where(folder => !IsWithinCase(folder, cases))
            .Select(folder => (Name: Path.GetRelativePath(cases, folder).Replace('\\', '/'), folder))
            .OrderBy(found => found.Name, StringComparer.Ordinal),
    ];

    /// <exception cref="CaseFormatException">The case cannot be read.</exception>
    public static ConformanceCase Read(string name, string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, FileName));
            return YamlReader.Read(text) is YamlMapping map ? Read(name, folder, map) : throw new CaseFormatException("a map is expected.");
        }
        catch (Exception exception) when (exception is YamlReadException or IOException or UnauthorizedAccessException)
        {
            throw new CaseFormatException(exception.Message, exception);
        }
    }

    private static ConformanceCase Read(string name, string folder, YamlMapping map)
    {
        var needs = CaseNodes.Words(CaseNodes.Member(map, "needs")).ToImmutableHashSet();
        if (needs.Except(Known) is { IsEmpty: false } unknown)
            throw new CaseFormatException($"nobody knows how to provide what it needs: {string.Join(", ", unknown)}.");

        return new()
        {
            Name = name,
            Folder = folder,
            About = CaseNodes.Member(map, "about") is { } about ? CaseNodes.Text(about) : "",
            Needs = needs,
            HelmMajors = CaseNodes.Member(map, "helm") switch
            {
                null => [],
                YamlSequence majors => [.. majors.Items.Select(CaseNodes.Number)],
                var major => [CaseNodes.Number(major)],
            },
            Environment = CaseNodes.Pairs(CaseNodes.Member(map, "env")),
            File = map.Find("file")?.Value is YamlScalar file ? file.Text : "helmfile.yaml",
            Steps = CaseNodes.Member(map, "steps") is YamlSequence { Items: { IsEmpty: false } steps }
                ? [.. steps.Select((step, index) => StepReader.Read(step, index + 1))]
                : throw new CaseFormatException("it has no steps."),
        };
    }

    // A case's input may have a file of that name, too.
    private static bool IsWithinCase(string folder, string cases)
    {
        for (var parent = Path.GetDirectoryName(folder)!; parent.Length > cases.Length; parent = Path.GetDirectoryName(parent)!)
        {
            if (File.Exists(Path.Combine(parent, FileName)))
                return true;
        }

        return false;
    }
}
