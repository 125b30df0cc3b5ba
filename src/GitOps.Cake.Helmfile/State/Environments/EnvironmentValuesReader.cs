using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State.Environments;

/// <summary>Reads lists of state values: files, patterns and inline maps.</summary>
/// <param name="files">The files of the workspace.</param>
/// <param name="templates">Renders templates.</param>
/// <param name="folder">The folder of the state file.</param>
internal sealed class EnvironmentValuesReader(StateFiles files, StateTemplates templates, string folder)
{
    /// <summary>Puts the entries of one list together.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="missing">How their files are found.</param>
    /// <param name="context">What templates among the files see.</param>
    /// <param name="fallback">Whether earlier entries win over later ones, and later templates see them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="StateFileException">An entry cannot be used.</exception>
    public async Task<GoMap> ReadAsync(
        ImmutableArray<Placed<object?>> entries, MissingFiles missing, EnvironmentLayers context, bool fallback, CancellationToken cancellationToken)
    {
        var result = new GoMap();
        foreach (var entry in entries)
        {
            switch (entry.Value)
            {
                case GoMap map:
                    result = Put(result, map, fallback);
                    break;
                case string path:
                    foreach (var file in await missing.ResolveAsync(path, entry.Position, cancellationToken).ConfigureAwait(false))
                        result = Put(result, await FileAsync(file, entry.Position, context, fallback ? result : null, cancellationToken).ConfigureAwait(false), fallback);
                    break;
                default:
                    throw new StateFileException(entry.Position, "an entry of values has to be a path or a map.");
            }
        }

        return result;
    }

    private static GoMap Put(GoMap result, GoMap later, bool fallback)
    {
        if (fallback)
            return StateMaps.Layer(later, result);

        StateMaps.Override(result, later);
        return result;
    }

    private async Task<GoMap> FileAsync(
        string file, SourcePosition namedAt, EnvironmentLayers context, GoMap? earlier, CancellationToken cancellationToken)
    {
        if (file.EndsWith(".hcl", StringComparison.Ordinal))
            throw StateFileException.Refused(namedAt, $"{files.Shown(file)} is HCL, which the native engine does not read: write the values as YAML, or {Schema.Reasons.CliEngine}.");

        var text = await files.ReadAsync(file, namedAt, cancellationToken).ConfigureAwait(false);
        if (file.EndsWith(".gotmpl", StringComparison.Ordinal))
            text = Rendered(file, text, context, earlier, cancellationToken);

        return StateYaml.ReadStateValues(text, files.Shown(file));
    }

    private string Rendered(string file, string text, EnvironmentLayers context, GoMap? earlier, CancellationToken cancellationToken)
    {
        var values = context.Merged();
        if (earlier is not null)
        {
            var known = (GoMap)GoValue.DeepCopy(earlier)!;
            StateMaps.Override(known, values);
            values = known;
        }

        var source = new TemplateSource(text, new(files.Shown(file), 1), Path.GetDirectoryName(file)!, folder);
        return templates.Render(source, StateTemplateData.OfState(context, values, ""), cancellationToken);
    }
}
