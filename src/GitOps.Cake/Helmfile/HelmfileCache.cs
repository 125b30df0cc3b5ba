using Cake.Frosting;

namespace GitOps.Cake.Helmfile;

/// <summary>Looks into the cache of remote files and charts, or empties it: as the command line says.</summary>
[TaskName("HelmfileCache")]
[TaskDescription("Looks into the cache of remote files and charts, or empties it.")]
public sealed class HelmfileCache : HelmfileCacheTask<IGitOpsContext>;
