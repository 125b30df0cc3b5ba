using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Needs;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Helmfile.Sources;
using GitOps.Cake.Helmfile.State.Definitions;
using GitOps.Cake.Helmfile.State.Environments;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Schema;
using GitOps.Cake.Helmfile.State.Sections;

namespace GitOps.Cake.Helmfile.State;

/// <summary>Walks through state files as helmfile does: the files that one names come before its own releases.</summary>
internal sealed class StateVisitor(LoadContext context)
{
    // Nobody nests this deep; files that name each other do.
    private const int MaxDepth = 50;

    private readonly ImmutableArray<LoadedHelmfile>.Builder _loaded = ImmutableArray.CreateBuilder<LoadedHelmfile>();
    private readonly List<StateFileException> _failures = [];
    private readonly ImmutableArray<SkippedFile>.Builder _skipped = ImmutableArray.CreateBuilder<SkippedFile>();

    public ImmutableArray<LoadedHelmfile> Loaded => _loaded.ToImmutable();

    /// <summary>Files that do not know the wanted environment.</summary>
    public ImmutableArray<SkippedFile> Skipped => _skipped.ToImmutable();

    /// <summary>Reads a file and those that it names. One that cannot be used does not keep the others from being read: see <see cref="ThrowIfAny"/>.</summary>
    /// <exception cref="GitOpsException">Files name each other without end.</exception>
    public async Task VisitAsync(StateRequest request, CancellationToken cancellationToken)
    {
        if (request.Depth > MaxDepth)
            throw Endless(request);

        try
        {
            await VisitFileAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (StateFileException exception)
        {
            _failures.Add(Placed(exception, request));
        }
    }

    /// <exception cref="StateFileException">Files cannot be used; all of them are told.</exception>
    public void ThrowIfAny()
    {
        if (_failures.Count > 0)
            throw _failures is [var only] ? only : StateFileException.OfSeveral(_failures);
    }

    private GitOpsException Endless(StateRequest request) => new(new StateProblem(
        request.NamedAt, $"{context.Files.Shown(request.File)} is nested more than {MaxDepth} files deep: is it a recursion of files that name each other?").ToString());

    private StateFileException Placed(StateFileException exception, StateRequest request)
    {
        for (var file = request; file is { NamedAt: { } place }; file = file.Parent)
            exception = exception.NamedBy(context.Files.Shown(file.File), place);
        return exception;
    }

    private async Task VisitFileAsync(StateRequest request, CancellationToken cancellationToken)
    {
        var warnings = new List<string>();
        var overrides = await OverridesAsync(request, warnings, cancellationToken).ConfigureAwait(false);
        var inherited = request.Inherited is { } parent && parent.Keys.Contains("environments") ? parent.Environment : null;
        var loader = new StateFileLoader(context, request.File, warnings);
        var state = await loader.LoadAsync(inherited, overrides, request.NamedAt, cancellationToken).ConfigureAwait(false);
        if (state is null)
        {
            _skipped.Add(new(context.Files.Shown(request.File), loader.Declared));
            return;
        }

        request.Inherited?.Fill(state.Root);
        OverrideTop(state.Root);
        var skippedBefore = _skipped.Count;
        foreach (var child in SubHelmfiles.Expand(state, context.Files, warnings))
            await VisitChildAsync(child, state, request, cancellationToken).ConfigureAwait(false);

        warnings.AddRange(_skipped.Skip(skippedBefore).Select(file => $"{file.File} is passed over: it does not define the environment \"{context.Environment}\"."));
        var complete = Complete(state, request, warnings, cancellationToken);
        context.Repositories.Add(complete);
        _loaded.Add(complete);
    }

    private async Task VisitChildAsync(SubHelmfile child, HelmfileState parent, StateRequest request, CancellationToken cancellationToken)
    {
        var selectors = child.Selectors is { } own && !child.SelectorsInherited ? own : InheritsSelectors(child) ? request.Selectors : [];
        if (child.Selectors is { IsEmpty: false } && !child.SelectorsInherited && !CanMeet(context.Selectors, selectors))
            return;

        var path = SourceAddress.IsRemote(child.Path)
            ? await context.Sources.FetchExistingAsync(child.Path, RemoteSources.States, child.Position, cancellationToken).ConfigureAwait(false)
            : child.Path;
        var files = StateFileSearch.Named(path, context.Files.Shown(path), context.Files.Inputs);
        foreach (var file in files)
        {
            await VisitAsync(
                new(file)
                {
                    NamedAt = child.Position,
                    Selectors = selectors,
                    Values = child.Values,
                    ValuesFolder = parent.Folder,
                    Inherited = child.Inherits.IsEmpty ? null : new(parent.Root, parent.Environment, child.Inherits),
                    Root = request.Root,
                    Parent = request,
                    StartedIn = files.Length > 1 ? request.StartedIn ?? parent.Folder : null,
                    Depth = request.Depth + 1,
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    private bool InheritsSelectors(SubHelmfile child) =>
        child.SelectorsInherited || context.Variable("HELMFILE_EXPERIMENTAL") is not { } experimental
        || (experimental != "true" && !experimental.Contains("explicit-selector-inheritance", StringComparison.Ordinal));

    private static bool CanMeet(ImmutableArray<string> selectors, ImmutableArray<string> others) =>
        selectors.IsEmpty || selectors.Any(one => others.Any(other => LabelSelector.Parse(one).IsCompatibleWith(LabelSelector.Parse(other))));

    private async Task<EnvironmentLayers?> OverridesAsync(StateRequest request, List<string> warnings, CancellationToken cancellationToken)
    {
        if (request.Values.IsEmpty && request.CommandLine.Count == 0)
            return null;

        var reader = new EnvironmentValuesReader(context.Files, context.Templates, request.ValuesFolder);
        var missing = new MissingFiles("environment values", request.ValuesFolder, null, warnings, context.Sources);
        var environment = new EnvironmentLayers(context.Environment);
        var values = await reader.ReadAsync(request.Values, missing, environment, fallback: false, cancellationToken).ConfigureAwait(false);
        return environment with { Values = values, CommandLine = request.CommandLine };
    }

    private void OverrideTop(Section root)
    {
        var problems = new StateProblems();
        Force("kubeContext", context.Overrides.KubeContext);
        Force("namespace", context.Overrides.Namespace);
        Force("chart", context.Overrides.Chart);
        problems.ThrowIfAny();

        if (context.Overrides.KubeContext is { } forced)
        {
            if (root.Inner("helmDefaults") is null)
                root.Set("helmDefaults", new Section(HelmDefaultsSchema.Instance, root.Position));
            root.Inner("helmDefaults")!.Set("kubeContext", forced);
        }

        void Force(string key, string? value)
        {
            if (string.IsNullOrEmpty(value))
                return;
            if (root.NonEmpty(key) is { } written)
                problems.Add(root.PositionOf(key), $"the file sets {key} \"{written}\" for all releases, and so does the user (\"{value}\"); take one of them away.");
            else
                root.Set(key, value);
        }
    }

    private LoadedHelmfile Complete(HelmfileState state, StateRequest request, List<string> warnings, CancellationToken cancellationToken)
    {
        var definitions = new ReleaseDefinitions(context.Templates, state).Complete(cancellationToken);
        var repositories = RepositoryReader.Read(state.Root, state.Folder, context.Variable);
        var hooks = HookReader.Read(state.Root);
        var releases = new ReleaseReader(state, repositories, request.StartedIn).Read(definitions, cancellationToken);
        return new()
        {
            File = state.File,
            Folder = state.Folder,
            Environment = state.Environment.Name,
            Releases = releases,
            Repositories = repositories,
            Hooks = hooks,
            Selectors = request.Selectors,
            Root = request.Root,
            State = state,
            Warnings = [.. warnings, .. NeedsCheck.NotInstalled(releases)],
        };
    }
}
