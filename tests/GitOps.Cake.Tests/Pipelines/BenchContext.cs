using Cake.Core;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>The context of the builds of these tests.</summary>
public sealed class BenchContext(ICakeContext cake, GitOpsSession session) : GitOpsContext(cake, session);
