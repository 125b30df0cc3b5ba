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

    /// <summary>The state file, relative to the workspace.</summary>
    /// <value>By default <c>helmfile.yaml</c> or <c>helmfile.yaml.gotmpl</c>, whichever the workspace holds.</value>
    public string? File { get; init; }

    /// <summary>The environment of the state file.</summary>
    /// <value>By default <c>default</c>.</value>
    public string? Environment { get; init; }

    /// <summary>
    /// Label selectors such as <c>tier=web,name!=cache</c>: a comma means and, several selectors mean or.
    /// </summary>
    /// <value>By default every release is chosen.</value>
    public ImmutableArray<string> Selectors { get; init; } = [];

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

    /// <summary>Files of state values, relative to the workspace; later ones win.</summary>
    public ImmutableArray<string> StateValuesFiles { get; init; } = [];

    /// <summary>How many helm processes may run at once.</summary>
    /// <value>By default as many as the machine has cores, bounded by its memory.</value>
    public int? Concurrency { get; init; }
}
