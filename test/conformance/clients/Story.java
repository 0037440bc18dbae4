import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AssessmentsApi;
import org.openapitools.client.api.DecisionsApi;
import org.openapitools.client.api.PolicyApi;
import org.openapitools.client.api.ScoresApi;
import org.openapitools.client.model.Assessment;
import org.openapitools.client.model.Decision;
import org.openapitools.client.model.Fault;
import org.openapitools.client.model.GivenHearing;
import org.openapitools.client.model.Platform;
import org.openapitools.client.model.PlatformPage;
import org.openapitools.client.model.PlatformView;
import org.openapitools.client.model.Problem;
import org.openapitools.client.model.Proposal;
import org.openapitools.client.model.Revision;
import org.openapitools.client.model.Score;
import org.openapitools.client.model.Verdict;
import org.openapitools.client.model.VerdictVerdict;
import org.openapitools.client.model.Word;

/** The story of clients.test.ts by openapi-generator: what it saw is its last line, as JSON. */
public class Story {
  static final String BASE_URL = System.getenv("BASE_URL");
  static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

  static ApiClient signIn(String name) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(BASE_URL + "/local/oauth/token"))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=" + name))
            .build();
    String answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    String token = JSON.readTree(answer).get("access_token").asText();
    ApiClient client = new ApiClient();
    client.updateBaseUri(BASE_URL);
    client.setRequestInterceptor(builder -> builder.header("authorization", "Bearer " + token));
    return client;
  }

  static <T> T read(String name, Class<T> type) throws Exception {
    return JSON.readValue(new File(System.getenv(name)), type);
  }

  public static void main(String[] args) throws Exception {
    AssessmentsApi analyst = new AssessmentsApi(signIn("analyst"));
    for (String platform : List.of("first", "second", "third")) {
      analyst.putPlatform(platform, read("PROFILE", Platform.class), null, "*");
    }

    Problem refusal = null;
    try {
      analyst.submitAssessment("first", "refused", read("FAULTY", Assessment.class));
    } catch (ApiException exception) {
      refusal = JSON.readValue(exception.getResponseBody(), Problem.class);
    }
    List<String> pointers = new ArrayList<>();
    for (Fault fault : refusal.getErrors()) pointers.add(fault.getPointer());
    Revision revision = analyst.submitAssessment("first", "facts", read("ASSESSMENT", Assessment.class)).getRevision();

    Verdict verdict = new Verdict().verdict(VerdictVerdict.APPROVE).hash(revision.getHash());
    new AssessmentsApi(signIn("reviewer")).giveVerdict("first", revision.getRevision(), verdict);
    Score score = new ScoresApi(signIn("analyst")).getScore("first", null, null, null, null, null);

    List<List<String>> pages = new ArrayList<>();
    String cursor = null;
    do {
      PlatformPage page = analyst.listPlatforms(2, cursor, null, null, null, null, null);
      List<String> ids = new ArrayList<>();
      for (PlatformView view : page.getItems()) ids.add(view.getId());
      pages.add(ids);
      cursor = page.getNextCursor();
    } while (cursor != null);

    DecisionsApi decider = new DecisionsApi(signIn("decider-1"));
    Decision decision = decider.proposeDecision("first", "suspend", read("PROPOSAL", Proposal.class));
    Map<String, Object> waiver =
        Map.of("hash", decision.getHash(), "waived", Map.of("reason", "It was heard on the same grounds last year."));
    for (String name : List.of("decider-1", "decider-2")) {
      new DecisionsApi(signIn(name)).recordHearing("first", decision.getId(), JSON.convertValue(waiver, GivenHearing.class));
    }
    for (String name : List.of("decider-2", "decider-3")) {
      new DecisionsApi(signIn(name)).approveDecision("first", decision.getId(), new Word().hash(decision.getHash()));
    }
    List<String> states = new ArrayList<>();
    for (Decision one : decider.listDecisions(null, null, null, "first", null).getItems()) states.add(one.getState().getValue());

    PolicyApi tool = new PolicyApi(signIn("policy-tool"));
    boolean blocked = false;
    for (int left = 300; left > 0 && !blocked; left -= 1) {
      try {
        blocked = JSON.writeValueAsString(tool.getScoresJson(null)).contains(decision.getId());
      } catch (ApiException exception) {
        if (exception.getCode() != 503) throw exception;
      }
      if (!blocked) Thread.sleep(200);
    }

    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("refused", refusal.getType().getValue());
    seen.put("pointers", pointers);
    seen.put("band", score.getBand().getValue());
    seen.put("gate", score.getGate().getValue());
    seen.put("point", score.getScore().getPoint());
    seen.put("strongest", score.getContributions().get(0).getOf());
    seen.put("pages", pages);
    seen.put("decisions", states);
    seen.put("blocked", blocked);
    System.out.println(JSON.writeValueAsString(seen));
  }
}
