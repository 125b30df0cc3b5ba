using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Results;

namespace GitOps.Cake.Tests.Scopes;

/// <summary>What a team with two scopes writes.</summary>
public static class ScopedTasks
{
    /// <summary>The context of the build.</summary>
    public sealed class TwoScopes(ICakeContext cake, GitOpsSession session) : GitOpsContext(cake, session)
    {
        public override IReadOnlyList<HelmfileScope> Scopes =>
        [
            base.Helmfile with { Name = "web", File = "web/helmfile.yaml" },
            base.Helmfile with { Name = "db", File = "db/helmfile.yaml" },
        ];
    }

    /// <summary>A task with a scope of its own.</summary>
    [TaskName("OwnList")]
    public sealed class OwnList : HelmfileListTask<TwoScopes>
    {
        protected override HelmfileListSettings Settings(TwoScopes context) => new() { Scope = new() { File = "db/helmfile.yaml" } };
    }

    /// <summary>A task that reads what another one published for each scope.</summary>
    [TaskName("ReadLists"), IsDependentOn(typeof(HelmfileList))]
    public sealed class ReadLists : FrostingTask<TwoScopes>
    {
        public override void Run(TwoScopes context)
        {
            context.Log.Information("of db: {0}", context.Result<ReleaseList>(scope: "db").Releases.Single().Name);
            context.Log.Information("all: {0}", context.Session.Results<ReleaseList>().Length);
            context.Result<ReleaseList>();
        }
    }
}
