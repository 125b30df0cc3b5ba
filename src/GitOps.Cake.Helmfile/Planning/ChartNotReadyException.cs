namespace GitOps.Cake.Helmfile.Planning;

/// <summary>A chart cannot be made ready. As helmfile has it, that comes before anything is done with the charts of its file.</summary>
/// <param name="cause">Why.</param>
internal sealed class ChartNotReadyException(GitOpsException cause) : GitOpsException(cause.Message, cause);
