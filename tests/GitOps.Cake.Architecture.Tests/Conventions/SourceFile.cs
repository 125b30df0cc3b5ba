using System.Text.RegularExpressions;

namespace GitOps.Cake.Architecture.Tests.Conventions;

/// <summary>A file of C# with file-scoped namespaces, where a type of the first level starts at the first column.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    // In Go's templates, helpers are files of definitions: _helpers.tpl.
    private static readonly string[] Words = ["TemplateHelpers"];

    public IEnumerable<string> PublicTypes => TopLevelTypes()
        .Where(match => match.Groups["modifiers"].Value.Split(' ').Contains("public"))
        .Select(match => NameWithArity(match));

    public IEnumerable<string> Types => AllTypes().Select(match => match.Groups["name"].Value);

    public string? Namespace => NamespaceLine().Match(Text) is { Success: true } match ? match.Groups["name"].Value : null;

    /// <summary>What is wrong with the file, each a sentence.</summary>
    public IEnumerable<string> Violations()
    {
        var types = PublicTypes.Distinct().ToList();
        if (types.Count > 1)
        {
            yield return $"{Path} has {types.Count} public types: {string.Join(", ", types)}.";
        }

        foreach (var type in types.Where(type => !IsNamedAfter(type)))
        {
            yield return $"{Path} is not named after its public type {type}.";
        }

        foreach (var type in Types.Where(type => Vague().IsMatch(type) && !Words.Contains(type)))
        {
            yield return $"{Path}: {type} says nothing about what it does.";
        }

        foreach (var part in (Namespace ?? "").Split('.').Where(part => part is "Kubernetes" or "Process" || Vague().IsMatch(part)))
        {
            yield return $"{Path}: a namespace must not have the part {part}.";
        }
    }

    // Command.cs and Command.Execution.cs for Command; Task.cs for Task<TContext>, or Task{TContext}.cs beside a Task without parameters.
    private bool IsNamedAfter(string type)
    {
        var file = System.IO.Path.GetFileNameWithoutExtension(Path);
        return file == type || file == type.Split('{')[0] || file.StartsWith($"{type.Split('{')[0]}.", StringComparison.Ordinal);
    }

    private static string NameWithArity(Match match) => match.Groups["parameters"] is { Success: true } parameters
        ? $"{match.Groups["name"].Value}{{{Variance().Replace(parameters.Value, "").Replace(" ", "", StringComparison.Ordinal)}}}"
        : match.Groups["name"].Value;

    private IEnumerable<Match> TopLevelTypes() => AllTypes().Where(match => match.Groups["indent"].Length == 0);

    private IEnumerable<Match> AllTypes() => TypeLine().Matches(Text);

    [GeneratedRegex(
        """
        ^(?<indent>[ ]*)(?<modifiers>(?:(?:public|internal|private|protected|sealed|static|abstract|partial|readonly|ref|file|unsafe|new)[ ])*)
        (?:class|struct|interface|enum|record[ ]class|record[ ]struct|record|delegate[ ][\w<>\[\],.? ]+?)[ ]
        (?<name>\w+)(?:<(?<parameters>[^>]+)>)?(?=[\s(:;{]|$)
        """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex("(Helpers?|Manager|Util|Utils|Utility|Utilities|Common)$")]
    private static partial Regex Vague();

    [GeneratedRegex(@"\b(in|out) ")]
    private static partial Regex Variance();
}
