using Cake.Core;

namespace GitOps.Cake.Benchmarks;

/// <summary>The context of the measured build.</summary>
public sealed class MeasuredContext(ICakeContext cake, GitOpsSession session) : GitOpsContext(cake, session);
