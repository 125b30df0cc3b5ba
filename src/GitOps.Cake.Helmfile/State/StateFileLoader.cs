using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Sources;
using GitOps.Cake.Helmfile.State.Environments;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Schema;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State;

/// <summary>Loads one state file: its parts in order, each over its bases, each with the values known before it.</summary>
internal sealed class StateFileLoader(LoadContext context, string file, ICollection<string> warnings)
{
    private const string DefaultEnvironment = "default";

    private readonly EnvironmentValuesReader _values = new(context.Files, context.Templates, Path.GetDirectoryName(file)!);
    private readonly string _folder = Path.GetDirectoryName(file)!;

    /// <summary>The environments that the file declares, as far as it was read.</summary>
    public ImmutableArray<string> Declared { get; private set; } = [];

    /// <summary>Loads the file.</summary>
    /// <param name="inherited">The environment that a parent file hands down.</param>
    /// <param name="overrides">The values that the user or a parent file sets.</param>
    /// <param name="namedAt">The place that names the file.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <returns>Null where the file does not know the wanted environment; see <see cref="Declared"/>.</returns>
    /// <exception cref="StateFileException">The file, or one that it names, cannot be used.</exception>
    public async Task<HelmfileState?> LoadAsync(
        EnvironmentLayers? inherited, EnvironmentLayers? overrides, SourcePosition? namedAt, CancellationToken cancellationToken)
    {
        var loaded = await LayersAsync(file, inherited, overrides, namedAt, isBase: false, cancellationToken).ConfigureAwait(false);
        return loaded is not (var root, var environment) ? null : new()
        {
            Path = file,
            File = context.Files.Shown(file),
            Root = root,
            Environment = environment,
            Values = environment.Merged(),
            Context = context,
        };
    }

    private async Task<(Section Root, EnvironmentLayers Environment)?> LayersAsync(
        string path, EnvironmentLayers? environment, EnvironmentLayers? overrides, SourcePosition? namedAt, bool isBase, CancellationToken cancellationToken)
    {
        var hasEnvironment = environment is not null || overrides is not null;
        var source = await SourceAsync(path, namedAt, cancellationToken).ConfigureAwait(false);
        var root = default(Section);
        for (var index = 0; index < source.Parts.Length; index++)
        {
            var known = (environment ?? new(context.Environment)).Under(overrides);
            var part = source.Sections is { } sections ? sections[index] : ReadRendered(source, index, known, cancellationToken);
            part = await OverBasesAsync(part, known, isBase, cancellationToken).ConfigureAwait(false);
            environment = await EnvironmentAsync(part, known, cancellationToken).ConfigureAwait(false);

            if (root is null)
                root = part;
            else
                SectionMerge.Override(root, part, appendLists: false);

            Declared = [.. root.Named("environments").Keys];
            if (!isBase && IsUnknown(root))
                return null;
        }

        var undeclared = !isBase && !hasEnvironment && root!.Named("environments").IsEmpty && environment!.Name != DefaultEnvironment;
        return undeclared ? null : (root!, environment!);

        bool IsUnknown(Section state) => environment.Name != DefaultEnvironment
            && state.Named("environments") is { IsEmpty: false } declared && !declared.ContainsKey(environment.Name);
    }

    private async Task<StateSource> SourceAsync(string path, SourcePosition? namedAt, CancellationToken cancellationToken)
    {
        var text = await context.Files.ReadAsync(path, namedAt, cancellationToken).ConfigureAwait(false);
        var isTemplate = path.EndsWith(".gotmpl", StringComparison.Ordinal) || context.Variable("HELMFILE_RENDER_YAML") == "true";
        return StateSource.Read(context.Files.Shown(path), text, isTemplate);
    }

    private Section ReadRendered(StateSource source, int index, EnvironmentLayers known, CancellationToken cancellationToken)
    {
        var part = source.Parts[index];
        var template = new TemplateSource(part.Text, new(source.File, part.FirstLine), _folder, _folder) { FirstLine = part.FirstLine };
        var data = StateTemplateData.OfState(known, known.Merged(), context.Overrides.Namespace ?? "");
        var problems = new StateProblems();
        var section = source.ReadPart(context.Templates.Render(template, data, cancellationToken), index, problems);
        problems.ThrowIfAny();
        return section;
    }

    private async Task<Section> OverBasesAsync(Section part, EnvironmentLayers known, bool isBase, CancellationToken cancellationToken)
    {
        var bases = part.Texts("bases");
        if (bases.IsEmpty)
            return part;
        if (isBase)
            throw new StateFileException(part.PositionOf("bases"), "a base cannot have bases of its own: name all of them in the file that uses them.");

        var layers = new List<Section>();
        foreach (var entry in bases)
        {
            var path = SourceAddress.IsRemote(entry.Value)
                ? await context.Sources.FetchExistingAsync(entry.Value, RemoteSources.States, entry.Position, cancellationToken).ConfigureAwait(false)
                : Path.GetFullPath(entry.Value, _folder);
            if (!File.Exists(path))
                throw new StateFileException(entry.Position, $"the base {entry.Value} does not exist in {_folder}; check the path, which starts at the folder of the state file.");

            var layer = await LayersAsync(path, known, overrides: null, entry.Position, isBase: true, cancellationToken).ConfigureAwait(false);
            layers.Add(layer!.Value.Root);
        }

        layers.Add(part);
        return layers.Aggregate(static (lower, upper) =>
        {
            EnvironmentMerge.Override(lower, upper);
            var environments = lower.Find("environments")?.Copy();
            SectionMerge.Override(lower, upper, appendLists: true);
            if (environments is not null)
                lower.Set(environments);
            return lower;
        });
    }

    private async Task<EnvironmentLayers> EnvironmentAsync(Section part, EnvironmentLayers known, CancellationToken cancellationToken)
    {
        var declared = part.Named("environments").GetValueOrDefault(known.Name);
        var own = declared is null ? new() : await DeclaredAsync(declared, known, part, cancellationToken).ConfigureAwait(false);
        var defaults = StateMaps.Layer(known.Defaults, new());
        var missing = new MissingFiles("environment values", _folder, null, warnings, context.Sources);
        StateMaps.Override(defaults, await _values.ReadAsync(part.Entries("values"), missing, known, fallback: false, cancellationToken).ConfigureAwait(false));
        return known with
        {
            KubeContext = known.KubeContext.Length > 0 ? known.KubeContext : declared?.Text("kubeContext") ?? "",
            Defaults = defaults,
            Values = StateMaps.Layer(known.Values, own),
        };
    }

    private async Task<GoMap> DeclaredAsync(
        Section environment, EnvironmentLayers known, Section part, CancellationToken cancellationToken)
    {
        var strategy = environment.NonEmpty("mergeStrategy");
        if (strategy is not (null or "override" or EnvironmentMerge.Fallback))
        {
            throw new StateFileException(
                environment.PositionOf("mergeStrategy"), $"invalid mergeStrategy \"{strategy}\" of the environment \"{known.Name}\": it is override or fallback.");
        }

        // Decrypted first, so that a missing key is told before anything is rendered; laid on top in the end.
        var secrets = await SecretsAsync(environment, part, cancellationToken).ConfigureAwait(false);
        var missing = new MissingFiles("environment values", _folder, environment.Text("missingFileHandler"), warnings, context.Sources);
        var own = await _values.ReadAsync(environment.Entries("values"), missing, known, strategy == EnvironmentMerge.Fallback, cancellationToken).ConfigureAwait(false);
        StateMaps.Override(own, secrets);
        return own;
    }

    private async Task<GoMap> SecretsAsync(Section environment, Section part, CancellationToken cancellationToken)
    {
        var result = new GoMap();
        var missing = new MissingFiles("environment values", _folder, environment.Text("missingFileHandler") ?? part.Text("missingFileHandler"), warnings, context.Sources)
        {
            IgnoresMissingReference = MissingReferences.AreIgnored(environment, part),
        };
        var found = new List<Placed<string>>();
        foreach (var entry in environment.Texts("secrets"))
        {
            foreach (var path in await missing.ResolveAsync(entry.Value, entry.Position, cancellationToken).ConfigureAwait(false))
            {
                if (path.EndsWith(".hcl", StringComparison.Ordinal))
                    throw StateFileException.Refused(entry.Position, $"{entry.Value} is HCL, which the native engine does not read: write the values as YAML, or {Reasons.CliEngine}.");

                found.Add(new(path, entry.Position));
            }
        }

        context.SecretFiles.Begin(found.Select(file => file.Value), cancellationToken);
        foreach (var (path, position) in found)
        {
            var text = await context.SecretFiles.DecryptAsync(path, position, cancellationToken).ConfigureAwait(false);
            StateMaps.Override(result, StateYaml.ReadStateValues(text, context.Files.Shown(path)));
        }

        return result;
    }
}
