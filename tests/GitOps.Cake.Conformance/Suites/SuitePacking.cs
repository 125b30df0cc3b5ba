using System.Collections.Immutable;
using GitOps.Cake.Conformance.Cases;

namespace GitOps.Cake.Conformance.Suites;

/// <summary>Makes text archives of cases and their recorded answers.</summary>
/// <param name="cases">The folder of the cases.</param>
/// <param name="answers">The folder of the answers, one folder per major of helm.</param>
internal sealed class SuitePacking(string cases, string answers)
{
    private static readonly ImmutableArray<string> Majors = ["3", "4"];

    /// <summary>Writes an archive per case, and one of the charts.</summary>
    public void Write(string charts, string target)
    {
        Save(Path.Combine(target, "charts.txt"), Files(charts).Select(path => (path, File.ReadAllText(Path.Combine(charts, path)))));
        foreach (var (name, folder) in CaseReader.Find(cases))
        {
            var input = Files(folder).OrderBy(path => path != "case.yaml").Select(path => (path, File.ReadAllText(Path.Combine(folder, path))));
            Save(Path.Combine(target, $"{name}.txt"), [.. input, .. CaseReader.Read(name, folder).Steps.SelectMany(step => Answers(name, step))]);
        }
    }

    private IEnumerable<(string Path, string Content)> Answers(string name, CaseStep step)
    {
        var byMajor = Majors.ToDictionary(major => major, major => Compared(Path.Combine(answers, major, name, $"{step.Number}"), step));
        foreach (var path in byMajor.Values.SelectMany(files => files.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var contents = Majors.Select(major => byMajor[major].GetValueOrDefault(path)).ToList();
            if (contents.Distinct(StringComparer.Ordinal).Count() == 1)
            {
                yield return ($"answers/{step.Number}/{path}", contents[0]!);
                continue;
            }

            foreach (var (major, content) in Majors.Zip(contents).Where(pair => pair.Second is not null))
                yield return ($"answers-{major}/{step.Number}/{path}", content!);
        }
    }

    private static Dictionary<string, string> Compared(string folder, CaseStep step) => !Directory.Exists(folder) ? []
        : Files(folder).Where(path => IsCompared(path, step.Compare)).ToDictionary(path => path, path => Ended(File.ReadAllText(Path.Combine(folder, path))), StringComparer.Ordinal);

    private static bool IsCompared(string path, CompareKind kind) =>
        path == "exit" || path.StartsWith("files/", StringComparison.Ordinal) || kind switch
        {
            CompareKind.Template or CompareKind.List or CompareKind.Build or CompareKind.Dag => path == "stdout",

            // From the text, too, the plan can be read.
            CompareKind.Diff => path is "stdout" or "stderr" or "stdout.structured",
            CompareKind.Apply or CompareKind.Sync or CompareKind.Destroy => path == "releases.json",
            CompareKind.Values => path.StartsWith("values/", StringComparison.Ordinal),
            _ => false,
        };

    // Numbers and documents mean the same with a newline behind them.
    private static string Ended(string text) => text.Length == 0 || text.EndsWith('\n') ? text : $"{text}\n";

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static void Save(string path, IEnumerable<(string Path, string Content)> files)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, TextArchive.Write(files));
    }
}
