using System.Collections.Immutable;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Results;
using GitOps.Cake.Tests.Git;

namespace GitOps.Cake.Tests.Scopes;

public sealed class FindingAffectedScopes : IDisposable
{
    private const int Helmfiles = 30;

    private static readonly string[] Environments = ["dev", "staging", "production"];

    private readonly GitFolder _git = new();

    public FindingAffectedScopes()
    {
        _git.Write("shared/environments.yaml", "environments:\n  dev:\n    values: [../../values/dev.yaml]\n  staging:\n    values: [../../values/staging.yaml]\n  production:\n    values: [../../values/production.yaml]\n");
        _git.Write("charts/web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n  - {name: common, version: 1.0.0, repository: 'file://../common'}\n");
        _git.Write("charts/web/templates/web.yaml", "a: 1\n").Write("charts/common/Chart.yaml", "apiVersion: v2\nname: common\nversion: 1.0.0\n").Write("charts/common/templates/_lib.tpl", "\n");
        foreach (var environment in Environments)
            _git.Write($"values/{environment}.yaml", "replicas: 1\n");
        for (var app = 1; app <= Helmfiles; app++)
        {
            _git.Write($"apps/{app}/helmfile.yaml.gotmpl", $$$"""
                bases: [../../shared/environments.yaml]
                ---
                releases:
                  - name: web
                    chart: {{{(app <= 3 ? "../../charts/web" : "../../charts/common")}}}
                    missingFileHandler: Debug
                    values: [values.{{ .Environment.Name }}.yaml, optional.{{ .Environment.Name }}.yaml]
                """);
            foreach (var environment in Environments)
                _git.Write($"apps/{app}/values.{environment}.yaml", $"name: {app}\n");
        }

        _git.Commit("all of it");
        _git.Run("checkout", "--quiet", "-b", "change");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_values_file_affects_one_scope()
    {
        _git.Write("apps/7/values.staging.yaml", "name: seven\n").Commit("change");

        var affected = (await AffectedAsync(All())).ShouldHaveSingleItem();
        affected.Name.ShouldBe("apps/7/helmfile.yaml.gotmpl:staging");
        affected.Reason.ShouldBe("apps/7/values.staging.yaml changed.");
    }

    [Fact]
    public async Task A_shared_base_affects_all()
    {
        _git.Write("shared/environments.yaml", File.ReadAllText(Path.Combine(_git.Path, "shared/environments.yaml")) + "# a comment\n").Commit("change");

        (await AffectedAsync(All())).Length.ShouldBe(Helmfiles * Environments.Length);
    }

    [Fact]
    public async Task Values_of_an_environment_affect_it_everywhere()
    {
        _git.Write("values/dev.yaml", "replicas: 2\n").Commit("change");

        var affected = await AffectedAsync(All());
        affected.Length.ShouldBe(Helmfiles);
        affected.ShouldAllBe(scope => scope.Name.EndsWith(":dev"));
    }

    [Fact]
    public async Task A_chart_affects_those_that_use_it_and_a_chart_that_it_names_those_too()
    {
        _git.Write("charts/web/templates/new.yaml", "b: 1\n").Commit("change");
        (await AffectedAsync(All())).Length.ShouldBe(3 * Environments.Length);

        _git.Write("charts/common/templates/_lib.tpl", "{{/* changed */}}\n").Commit("change");
        (await AffectedAsync(All())).Length.ShouldBe(Helmfiles * Environments.Length);
    }

    [Fact]
    public async Task A_file_that_may_be_missing_affects_its_scope_when_it_comes_and_when_it_goes()
    {
        _git.Write("apps/2/optional.dev.yaml", "more: 1\n");
        var added = _git.Commit("add");
        (await AffectedAsync(All())).ShouldHaveSingleItem().Name.ShouldBe("apps/2/helmfile.yaml.gotmpl:dev");

        File.Delete(Path.Combine(_git.Path, "apps/2/optional.dev.yaml"));
        _git.Commit("delete");
        (await AffectedAsync(All(), added)).ShouldHaveSingleItem().Name.ShouldBe("apps/2/helmfile.yaml.gotmpl:dev");
    }

    [Fact]
    public async Task A_file_that_is_needed_and_deleted_affects_its_scope()
    {
        File.Delete(Path.Combine(_git.Path, "apps/5/values.production.yaml"));
        _git.Commit("delete");

        (await AffectedAsync(All())).ShouldHaveSingleItem().Name.ShouldBe("apps/5/helmfile.yaml.gotmpl:production");
    }

    [Fact]
    public async Task What_no_scope_reads_affects_none()
    {
        _git.Write("README.md", "read me\n").Commit("change");
        (await AffectedAsync(All())).ShouldBeEmpty();

        (await AffectedAsync(All(), "HEAD")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("envs/b.yaml")]
    [InlineData("envs/a.yaml")]
    public async Task A_file_that_a_pattern_could_match_affects_the_scope_also_a_new_and_a_deleted_one(string file)
    {
        _git.Write("globs/helmfile.yaml", "environments:\n  default:\n    values: [../envs/*.yaml]\n---\nreleases: []\n").Write("envs/a.yaml", "a: 1\n");
        var since = _git.Commit("globs");
        if (!Path.Exists(Path.Combine(_git.Path, file)))
            _git.Write(file, "b: 1\n");
        else
            File.Delete(Path.Combine(_git.Path, file));
        _git.Commit("change");

        (await AffectedAsync([new() { File = "globs/helmfile.yaml" }], since)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_not_committed_yet_counts()
    {
        _git.Write("apps/9/values.dev.yaml", "name: nine\n");
        _git.Write("apps/8/optional.dev.yaml", "new: true\n");

        (await AffectedAsync(All())).Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_the_base_got_since_does_not_count()
    {
        _git.Run("checkout", "--quiet", "main");
        _git.Write("apps/1/values.dev.yaml", "name: other\n").Commit("on main");
        _git.Run("checkout", "--quiet", "change");
        _git.Write("apps/2/values.dev.yaml", "name: mine\n").Commit("change");

        (await AffectedAsync(All())).ShouldHaveSingleItem().Name.ShouldBe("apps/2/helmfile.yaml.gotmpl:dev");
    }

    [Fact]
    public async Task A_link_affects_by_itself_and_by_what_it_leads_to()
    {
        _git.Write("linked/helmfile.yaml", "releases:\n  - {name: a, chart: ../charts/common, values: [conf/values.yaml]}\n").Write("real/values.yaml", "a: 1\n");
        File.CreateSymbolicLink(Path.Combine(_git.Path, "linked/conf"), "../real");
        var since = _git.Commit("links");
        _git.Write("real/values.yaml", "a: 2\n");
        var changed = _git.Commit("change");
        HelmfileScope scope = new() { File = "linked/helmfile.yaml" };
        (await AffectedAsync([scope], since)).ShouldHaveSingleItem().Reason.ShouldBe("real/values.yaml changed.");

        _git.Write("other/values.yaml", "a: 2\n");
        File.Delete(Path.Combine(_git.Path, "linked/conf"));
        File.CreateSymbolicLink(Path.Combine(_git.Path, "linked/conf"), "../other");
        _git.Commit("other link");
        (await AffectedAsync([scope], changed)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task In_doubt_a_scope_is_affected_unless_somebody_declares_what_it_reads()
    {
        _git.Write("runs/helmfile.yaml.gotmpl", "releases:\n  - name: {{ exec \"echo\" (list \"a\") | trim }}\n    chart: ../charts/common\n").Write("scripts/a/b.sh", "\n");
        var since = _git.Commit("runs");
        _git.Write("README.md", "read me\n").Commit("change");
        HelmfileScope scope = new() { File = "runs/helmfile.yaml.gotmpl" };
        (await AffectedAsync([scope], since)).ShouldHaveSingleItem().Reason.ShouldContain("It runs echo while it is read");
        (await AffectedAsync([scope with { Inputs = ["scripts/**/*.sh"] }], since)).ShouldBeEmpty();

        _git.Write("scripts/a/b.sh", "changed\n").Commit("script");
        (await AffectedAsync([scope with { Inputs = ["scripts/**/*.sh"] }], since)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_real_helmfile_reads_what_is_declared()
    {
        _git.Write("README.md", "read me\n").Commit("change");
        HelmfileScope scope = new() { File = "apps/1/helmfile.yaml.gotmpl", Engine = HelmfileEngine.Cli };
        (await AffectedAsync([scope])).ShouldHaveSingleItem().Reason.ShouldContain("Inputs");
        (await AffectedAsync([scope with { Inputs = ["apps/1"] }])).ShouldBeEmpty();

        _git.Write("apps/1/values.dev.yaml", "name: one\n").Commit("change");
        (await AffectedAsync([scope with { Inputs = ["apps/1"] }])).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_scope_that_cannot_be_read_is_affected()
    {
        _git.Write("README.md", "read me\n").Commit("change");

        (await AffectedAsync([new() { File = "not/there.yaml" }])).ShouldHaveSingleItem().Reason.ShouldContain("cannot be read");
    }

    [Fact]
    public async Task A_shallow_clone_is_an_error_that_names_the_depth()
    {
        using var shallow = _git.Clone("--depth=1");
        using var client = new HelmfileClient(new() { Workspace = shallow.Path });

        (await Should.ThrowAsync<GitOpsException>(() => client.AffectedAsync(All(), "main", cancellationToken: Stop))).Message.ShouldContain("fetch-depth: 0");
    }

    [Fact]
    public async Task A_base_that_is_not_there_and_a_folder_without_repository_are_told()
    {
        (await Should.ThrowAsync<GitOpsException>(() => AffectedAsync(All(), "no-such-branch"))).Message.ShouldContain("git fetch origin no-such-branch");
        using var client = new HelmfileClient(new() { Workspace = Path.GetTempPath() });
        (await Should.ThrowAsync<GitOpsException>(() => client.AffectedAsync(All(), "main", cancellationToken: Stop))).Message.ShouldContain("no git repository");
    }

    public void Dispose() => _git.Dispose();

    private static ImmutableArray<HelmfileScope> All() =>
    [
        .. Enumerable.Range(1, Helmfiles).SelectMany(app => Environments.Select(environment => new HelmfileScope
        {
            File = $"apps/{app}/helmfile.yaml.gotmpl",
            Environment = environment,
        })),
    ];

    private async Task<ImmutableArray<AffectedScope>> AffectedAsync(ImmutableArray<HelmfileScope> scopes, string since = "main")
    {
        using var client = new HelmfileClient(new() { Workspace = _git.Path });
        return [.. (await client.AffectedAsync(scopes, since, cancellationToken: Stop)).Where(scope => scope.IsAffected)];
    }
}
