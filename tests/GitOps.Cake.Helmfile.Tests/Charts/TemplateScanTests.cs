using GitOps.Cake.Helmfile.Charts;

namespace GitOps.Cake.Helmfile.Tests.Charts;

public class TemplateScanTests
{
    [Theory]
    [InlineData("plain text about lookup")]
    [InlineData("{{ .Values.a }}")]
    [InlineData("{{ .Capabilities.KubeVersion.Minor }}")]
    [InlineData("{{ if .Capabilities.APIVersions.Has \"policy/v1\" }}a{{ end }}")]
    [InlineData("{{ if $.Capabilities.APIVersions.Has `policy/v1/PodDisruptionBudget` }}a{{ end }}")]
    public void What_can_be_answered_without_the_server_needs_none(string text) => TemplateScan.Scan(text).NeedsServer.ShouldBeNull();

    [Theory]
    [InlineData("{{ (lookup \"v1\" \"Secret\" .Release.Namespace \"x\").data }}")]
    [InlineData("{{ if .Capabilities.APIVersions.Has .Values.api }}a{{ end }}")]
    [InlineData("{{ range .Capabilities.APIVersions }}{{ . }}{{ end }}")]
    [InlineData("{{ has \"policy/v1\" .Capabilities.APIVersions }}")]
    [InlineData("{{ include \"x\" (dict \"caps\" .Capabilities) }}")]
    [InlineData("{{ if and (.Capabilities.APIVersions.Has \"a/v1\") (.Capabilities.APIVersions.Has $b) }}a{{ end }}")]
    public void What_only_the_server_knows_needs_it(string text) => TemplateScan.Scan(text).NeedsServer.ShouldNotBeNull();

    [Fact]
    public void Literal_questions_are_listed() =>
        TemplateScan.Scan("{{ if or (.Capabilities.APIVersions.Has \"a/v1\") (.Capabilities.APIVersions.Has \"b/v1/Kind\") }}x{{ end }}")
            .AskedApiVersions.ShouldBe(["a/v1", "b/v1/Kind"], ignoreOrder: true);

    [Fact]
    public void A_chart_that_evaluates_texts_says_so() => TemplateScan.Scan("{{ tpl .Values.text . }}").EvaluatesValues.ShouldBeTrue();
}
