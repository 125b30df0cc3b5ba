using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Tells the values of an environment; they can hold decrypted secrets: that of the context, by default the one of the command line.</summary>
[TaskName("HelmfilePrintEnv")]
[TaskDescription("Tells the values of an environment; they can hold decrypted secrets.")]
public sealed class HelmfilePrintEnv : HelmfilePrintEnvTask<IGitOpsContext>;
