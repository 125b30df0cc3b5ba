using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class ChartTests
{
    private const string Repositories = "repositories:\n- {name: stable, url: https://charts.example, verify: true, keyring: ring}\n- {name: reg-one, url: reg.example/charts, oci: true, plainHttp: true}\n";

    [Theory]
    [InlineData("./charts/app", "charts/app")]
    [InlineData("../outside", "../outside")]
    [InlineData("app", "app")]
    [InlineData("a/b/c/d", "a/b/c/d")]
    [InlineData("there/app", "there/app")]
    public async Task A_local_chart_is_a_folder_beside_the_file(string chart, string path)
    {
        using var folder = new StateFolder(("helmfile.yaml", $"{Repositories}releases:\n- {{name: a, chart: {chart}}}\n"), ("there/app/Chart.yaml", "name: app"));

        var release = (await folder.LoadAsync()).Releases.ShouldHaveSingleItem();

        release.ChartFolder.ShouldBe(Path.GetFullPath(path, folder.Path));
        release.ChartReference.ShouldBeNull();
    }

    [Theory]
    [InlineData("chart: stable/app, version: 1.2.3", "stable", "app", "1.2.3")]
    [InlineData("chart: reg-one/team/app", "reg-one", "team/app", null)]
    [InlineData("chart: 'oci://host:5000/team/app', version: ~1", null, "oci://host:5000/team/app", "~1")]
    [InlineData("chart: 'oci://host:5000/team/app:2.0.0'", null, "oci://host:5000/team/app", "2.0.0")]
    [InlineData("chart: 'oci://host/app:2.0.0@sha256:abc', version: 1.0.0", null, "oci://host/app@sha256:abc", null)]
    [InlineData("chart: 'oci://host/app:2.0.0', version: '1.0.0@sha256:abc'", null, "oci://host/app@sha256:abc", null)]
    [InlineData("chart: 'oci://host/app@sha256:abc', version: '1.0.0@sha256:def'", null, "oci://host/app@sha256:abc", null)]
    [InlineData("chart: reg-one/team/app, version: '1.0.0@sha256:abc'", "reg-one", "team/app@sha256:abc", null)]
    public async Task A_chart_from_elsewhere_is_a_reference(string release, string? repository, string name, string? version)
    {
        using var folder = new StateFolder(("helmfile.yaml", $"{Repositories}releases:\n- {{name: a, {release}}}\n"));

        var reference = (await folder.LoadAsync()).Releases.ShouldHaveSingleItem().ChartReference.ShouldNotBeNull();

        (reference.Repository?.Name, reference.Name, reference.Version).ShouldBe((repository, name, version));
    }

    [Fact]
    public async Task Repository_release_and_defaults_decide_together_how_a_chart_is_fetched()
    {
        using var folder = new StateFolder((
            "helmfile.yaml",
            $"{Repositories}helmDefaults: {{devel: true, keyring: defaults, insecureSkipTLSVerify: true}}\nreleases:\n- {{name: a, chart: stable/a}}\n- {{name: b, chart: stable/b, verify: false, devel: false, keyring: own}}\n- {{name: c, chart: reg-one/c}}\n"));

        var references = (await folder.LoadAsync()).Releases.Select(release => release.ChartReference!).ToArray();

        references.Select(reference => reference.Verify).ShouldBe([true, false, false]);
        references.Select(reference => reference.Devel).ShouldBe([true, false, true]);
        references.Select(reference => reference.Keyring).ShouldBe(new[] { "ring", "own", "defaults" }.Select(name => Path.Combine(folder.Path, name)));
        references.Select(reference => reference.PlainHttp).ShouldBe([false, false, true]);
        references.ShouldAllBe(reference => reference.InsecureSkipTlsVerify);
    }

    [Theory]
    [InlineData("username: me")]
    [InlineData("password: secret")]
    [InlineData("certFile: a.crt")]
    [InlineData("keyFile: a.key")]
    public async Task Half_of_a_login_or_certificate_is_as_good_as_none(string half)
    {
        using var folder = new StateFolder(("helmfile.yaml", $"repositories:\n- {{name: own, url: u, {half}}}\n"));

        var repository = (await folder.LoadAsync()).Repositories.ShouldHaveSingleItem();

        (repository.Username, repository.Password, repository.CertFile, repository.KeyFile).ShouldBe((null, null, null, null));
    }

    [Fact]
    public async Task Credentials_come_from_the_file_else_from_variables()
    {
        using var folder = new StateFolder(("helmfile.yaml", "repositories:\n- {name: my-repo, url: u, caFile: ca.pem}\n- {name: own, url: u, username: me, password: secret}\n"));
        folder.Variables["MY_REPO_USERNAME"] = "robot";
        folder.Variables["MY_REPO_PASSWORD"] = "from-variable";

        ChartRepository[] repositories = [.. (await folder.LoadAsync()).Repositories];

        (repositories[0].Username, repositories[0].Password?.Reveal()).ShouldBe(("robot", "from-variable"));
        (repositories[1].Username, repositories[1].Password?.Reveal()).ShouldBe(("me", "secret"));
        repositories[0].CaFile.ShouldBe(Path.Combine(folder.Path, "ca.pem"));
        repositories[0].ToString().ShouldNotContain("from-variable");
    }

    [Theory]
    [InlineData("./nowhere", "the chart folder ./nowhere does not exist")]
    [InlineData("stabel/app", "did you mean \"stable\"?")]
    [InlineData("unknown/app", "declare it under repositories")]
    [InlineData("git::https://host/repo.git@chart", "git::https://host/repo.git@chart cannot be fetched here")]
    [InlineData("oci://host/app:latest", "name a version")]
    public async Task A_chart_that_cannot_be_had_is_told_when_its_release_is_selected(string chart, string fact)
    {
        using var folder = new StateFolder(
            ("helmfile.yaml", $"{Repositories}releases:\n- name: good\n  chart: ./good\n- name: a\n  chart: {chart}\n"), ("manifests/a.yaml", ""), ("good/Chart.yaml", "name: good"));

        var error = await folder.ErrorAsync();

        error.ShouldContain("helmfile.yaml: line 8, column 3: release \"a\"");
        error.ShouldContain(fact);
        (await folder.PrepareAsync(new() { Selectors = ["name=good"] })).ShouldHaveSingleItem();
    }
}
