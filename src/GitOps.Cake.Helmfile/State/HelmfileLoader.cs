using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Sources;
using GitOps.Cake.Helmfile.State.Environments;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Helmfile.Values.References;

namespace GitOps.Cake.Helmfile.State;

/// <summary>Reads a scope's state files: everything that they want, before any selection.</summary>
/// <param name="commands">Runs the programs that the files name; null where none can be run.</param>
/// <param name="variable">Gives environment variables; null where one is not set.</param>
/// <param name="fetcher">Fetches what the files name elsewhere; null where nothing can be fetched.</param>
/// <param name="decryption">The plugin helm-secrets; null where helm does not have it.</param>
/// <param name="isKnownRepository">Whether the user's own helm has a repository of a name; null where it has none.</param>
internal sealed class HelmfileLoader(
    ICommandRunner? commands,
    Func<string, string?> variable,
    ISourceFetcher? fetcher = null,
    ISecretDecryption? decryption = null,
    Func<string, bool>? isKnownRepository = null)
{
    private static readonly SourcePosition ByUser = new("state values file", 0);

    /// <summary>Hears what is looked at.</summary>
    public FileInputs? Inputs { get; init; }

    /// <summary>Reads with the variables of this process.</summary>
    public HelmfileLoader(
        ICommandRunner? commands = null, ISourceFetcher? fetcher = null, ISecretDecryption? decryption = null, Func<string, bool>? isKnownRepository = null)
        : this(commands, Environment.GetEnvironmentVariable, fetcher, decryption, isKnownRepository)
    {
    }

    /// <summary>Reads the scope's helmfile and every file that belongs to it.</summary>
    /// <param name="scope">What to read, for which environment.</param>
    /// <param name="workspace">The folder that the scope's paths start from.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The files in the order in which helmfile visits them.</returns>
    /// <exception cref="StateFileException">Files cannot be used; all of them are told at once.</exception>
    /// <exception cref="UnknownEnvironmentException">No file knows the environment.</exception>
    /// <exception cref="InvalidSettingsException">A value or selector of the scope is malformed.</exception>
    public Task<ImmutableArray<LoadedHelmfile>> LoadAsync(HelmfileScope scope, string workspace, CancellationToken cancellationToken) =>
        LoadAsync(
            scope,
            workspace,
            new()
            {
                KubeContext = scope.KubeContext,
                Namespace = scope.Namespace,
                Chart = scope.Chart,
                StateValuesSetString = scope.StateValuesSetString,
            },
            cancellationToken);

    /// <summary>Reads with what the user says beside the scope; see the other overload.</summary>
    public async Task<ImmutableArray<LoadedHelmfile>> LoadAsync(
        HelmfileScope scope, string workspace, LoadOverrides overrides, CancellationToken cancellationToken)
    {
        workspace = Path.GetFullPath(workspace);
        var files = new StateFiles(workspace, Inputs);
        var secrets = new SecretTexts();
        var context = new LoadContext
        {
            Files = files,
            Sources = new(fetcher, files, variable),
            Repositories = new(isKnownRepository ?? (_ => false)),
            Templates = new StateTemplates(files, commands, variable, secrets),
            SecretFiles = new(files, commands, variable, secrets, decryption, scope.Concurrency),
            Secrets = secrets,
            Environment = string.IsNullOrEmpty(scope.Environment) ? "default" : scope.Environment,
            Selectors = scope.Selectors,
            Overrides = overrides,
            Variable = variable,
        };

        var visitor = new StateVisitor(context);
        var commandLine = StateValueArguments.Parse(scope.StateValuesSet, overrides.StateValuesSetString);
        var found = await FilesOfAsync(scope.File, workspace, context.Sources, cancellationToken).ConfigureAwait(false);
        foreach (var (root, file) in found.Index())
        {
            await visitor.VisitAsync(
                new(file)
                {
                    Selectors = scope.Selectors,
                    Values = [.. scope.StateValuesFiles.Select(path => new Placed<object?>(path, ByUser))],
                    ValuesFolder = workspace,
                    CommandLine = commandLine,
                    Root = root,
                    StartedIn = found.Length > 1 ? workspace : null,
                },
                cancellationToken).ConfigureAwait(false);
        }

        visitor.ThrowIfAny();
        return visitor.Loaded is { IsEmpty: false } loaded ? loaded : throw new UnknownEnvironmentException(context.Environment, visitor.Skipped);
    }

    private static async Task<ImmutableArray<string>> FilesOfAsync(string? file, string workspace, RemoteSources sources, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(file))
            return StateFileSearch.Default(workspace, sources.Files.Inputs);
        return SourceAddress.IsRemote(file)
            ? StateFileSearch.Named(await sources.FetchExistingAsync(file, RemoteSources.States, null, cancellationToken).ConfigureAwait(false), RemoteSources.Shown(file), sources.Files.Inputs)
            : StateFileSearch.Named(Path.GetFullPath(file, workspace), file, sources.Files.Inputs);
    }
}
