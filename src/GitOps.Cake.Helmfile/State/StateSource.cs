using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Schema;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.State;

/// <summary>The text of a state file in its parts. Those of a plain file are read at once, so that all its problems are told together.</summary>
/// <param name="File">The file as messages show it.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Sections">The parts, read; null for a file whose parts are rendered one after another.</param>
internal sealed record StateSource(string File, ImmutableArray<StatePart> Parts, ImmutableArray<Section>? Sections)
{
    /// <exception cref="StateFileException">The text cannot be used.</exception>
    public static StateSource Read(string file, string text, bool isTemplate)
    {
        var problems = new StateProblems();
        StatePolicy.Check(file, text, problems);
        var source = new StateSource(file, StatePart.Split(text), null);
        if (!isTemplate)
            source = source with { Sections = [.. source.Parts.Select((part, index) => source.ReadPart(part.Text, index, problems))] };

        problems.ThrowIfAny();
        return source;
    }

    /// <summary>Reads a part from its text, plain or rendered.</summary>
    public Section ReadPart(string text, int index, StateProblems problems)
    {
        var part = Parts[index];
        var place = ReferenceEquals(text, part.Text) ? StateYaml.At : Rendered(part, text);
        var root = new Section(StateSchema.Instance, new(File, part.FirstLine));
        try
        {
            foreach (var document in YamlReader.ReadAll(text, new() { File = File, FirstLine = part.FirstLine }))
            {
                if (new SectionReader(problems, place).Read(document, StateSchema.Instance) is { } section)
                    SectionMerge.Override(root, section, appendLists: true);
            }

            StateChecks.Check(root, problems);
        }
        catch (YamlReadException exception)
        {
            problems.Add(place(exception.Position), $"invalid YAML: {exception.Problem}.{Advice(text)}");
        }

        return root;
    }

    // A line that the template repeats or makes up has no column of its own in the file.
    private static Func<YamlPosition, SourcePosition> Rendered(StatePart part, string text)
    {
        var lines = RenderedLines.Align(part.Text, text);
        return position =>
        {
            var (line, isExact) = lines.Source(position.Line - part.FirstLine + 1);
            return new(position.File ?? "", part.FirstLine + line - 1, isExact ? position.Column : 0);
        };
    }

    private string Advice(string text) => !File.EndsWith(".gotmpl", StringComparison.Ordinal) && text.Contains("{{", StringComparison.Ordinal)
        ? $" Template expressions are rendered only in files that end in .gotmpl: rename it to {File}.gotmpl."
        : "";
}
