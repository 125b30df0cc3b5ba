using System.Collections.Immutable;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Schema;
using GitOps.Cake.Helmfile.State.Sections;
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

    /// <summary>Reads a part from its text, rendered or plain.</summary>
    public Section ReadPart(string text, int index, StateProblems problems)
    {
        var part = Parts[index];
        var root = new Section(StateSchema.Instance, new(File, part.FirstLine));
        try
        {
            foreach (var document in YamlReader.ReadAll(text, new() { File = File, FirstLine = part.FirstLine }))
            {
                if (new SectionReader(problems).Read(document, StateSchema.Instance) is { } section)
                    SectionMerge.Override(root, section, appendLists: true);
            }

            StateChecks.Check(root, problems);
        }
        catch (YamlReadException exception)
        {
            problems.AddRange(StateYaml.Invalid(exception, Advice(text)).Problems);
        }

        return root;
    }

    private string Advice(string text) => !File.EndsWith(".gotmpl", StringComparison.Ordinal) && text.Contains("{{", StringComparison.Ordinal)
        ? $" Template expressions are rendered only in files that end in .gotmpl: rename it to {File}.gotmpl."
        : "";
}
