using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>What is deployed to where: one helmfile, one environment, one choice of releases, one way to the cluster.</summary>
public sealed record HelmfileScope
{
    /// <summary>
    /// The name that keys every status, deployment, lock and plan of this scope; unique in a build.
    /// </summary>
    /// <value>By default the path of the helmfile and the environment, as in <c>deploy/helmfile.yaml:staging</c>.</value>
    public string? Name { get; init; }

    /// <summary>Who reads the helmfile.</summary>
    /// <value>By default the native engine.</value>
    public HelmfileEngine Engine { get; init; }

    /// <summary>The state file, relative to the workspace.</summary>
    /// <value>By default <c>helmfile.yaml</c> or <c>helmfile.yaml.gotmpl</c>, whichever the workspace holds.</value>
    public string? File { get; init; }

    /// <summary>
    /// Files, folders and patterns beside those that the native engine finds by itself, whose change affects this scope, relative to the workspace: what hooks
    /// and other programs read, and all that the real helmfile reads. <c>**</c> stands for any folders.
    /// </summary>
    /// <value>By default none: a scope that runs programs while it is read, or that the real helmfile reads, is affected by every change.</value>
    public ImmutableArray<string> Inputs { get; init; } = [];

    /// <summary>The environment of the state file.</summary>
    /// <value>By default <c>default</c>.</value>
    public string? Environment { get; init; }

    /// <summary>
    /// Label selectors such as <c>tier=web,name!=cache</c>: a comma means and, several selectors mean or.
    /// </summary>
    /// <value>By default every release is chosen.</value>
    public ImmutableArray<string> Selectors { get; init; } = [];

    /// <summary>The namespace of all releases; a state file that names one for all of them is refused then.</summary>
    /// <value>By default each release's own.</value>
    public string? Namespace { get; init; }

    /// <summary>The chart of all releases; a state file that names one for all of them is refused then.</summary>
    /// <value>By default each release's own.</value>
    public string? Chart { get; init; }

    /// <summary>Whether it is no error that no release is chosen: nothing is done then.</summary>
    /// <value>By default false: a misspelled selector or environment must not look like success.</value>
    public bool AllowNoMatchingRelease { get; init; }

    /// <summary>The context of the kubeconfig to talk to. An apply needs one, or <see cref="UseCurrentContext"/>.</summary>
    public string? KubeContext { get; init; }

    /// <summary>Whether the kubeconfig's current context may be used where no context is named.</summary>
    /// <value>By default false: what happens to be selected on a machine must not decide what is deployed to.</value>
    public bool UseCurrentContext { get; init; }

    /// <summary>The kubeconfig file.</summary>
    /// <value>By default the file that <c>KUBECONFIG</c> names, else <c>~/.kube/config</c>.</value>
    public string? KubeConfig { get; init; }

    /// <summary>The helm program, 3.x or 4.x.</summary>
    /// <value>By default <c>HELM_BIN</c>, the project's tool folder, then the <c>PATH</c>.</value>
    public string? HelmBinary { get; init; }

    /// <summary>State values set by path, as in <c>image.tag=1.2</c>; they win over every other layer.</summary>
    public ImmutableArray<string> StateValuesSet { get; init; } = [];

    /// <summary>State values set by path that stay texts, as in <c>build=007</c>.</summary>
    public ImmutableArray<string> StateValuesSetString { get; init; } = [];

    /// <summary>Files of state values, relative to the workspace; later ones win.</summary>
    public ImmutableArray<string> StateValuesFiles { get; init; } = [];

    /// <summary>How many helm processes may run at once.</summary>
    /// <value>By default as many as the machine has cores, bounded by its memory.</value>
    public int? Concurrency { get; init; }

    /// <summary>Whether dependencies of charts are taken as they are: no repository is added and nothing is fetched for them.</summary>
    public bool SkipDeps { get; init; }

    /// <summary>Whether the indexes of repositories are taken as they are.</summary>
    public bool SkipRefresh { get; init; }

    /// <summary>Whether the files of a folder are worked on one after another.</summary>
    public bool SequentialHelmfiles { get; init; }

    /// <summary>The kustomize program, for charts that are changed or made by kustomize.</summary>
    /// <value>By default what the engine uses: <c>kubectl kustomize</c> of the native one, <c>kustomize</c> of the real helmfile.</value>
    public string? KustomizeBinary { get; init; }

    /// <summary>The helmfile program, for <see cref="HelmfileEngine.Cli"/>.</summary>
    /// <value>By default <c>HELMFILE_BIN</c>, the project's tool folder, then the <c>PATH</c>.</value>
    public string? HelmfileBinary { get; init; }

    /// <summary>Whether registries are talked to without TLS.</summary>
    public bool OciPlainHttp { get; init; }

    /// <summary>Whether a repository that helm knows under the same name is not replaced.</summary>
    public bool DisableForceUpdate { get; init; }

    /// <summary>How often adding a repository or logging in to a registry is tried again after a failure.</summary>
    /// <value>By default what <c>HELMFILE_REPO_RETRIES</c> says, else never.</value>
    public int? RepoRetries { get; init; }

    /// <summary>
    /// Fields whose differences do not count in this scope, such as what an autoscaler or an injector sets: <c>[Kind[/name]:]path</c>, see
    /// <see cref="DiffOptions.IgnoreFields"/>.
    /// </summary>
    public ImmutableArray<string> IgnoreFields { get; init; } = [];
}
