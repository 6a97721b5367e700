/** Words that go into the record, and what becomes of them in the family's copy. */
export const words = {
  welcome: 'Everyone was reminded that what is said here is confidential.',
  secret: 'Surveillance continues at the depot until further notice.',
  /** Somebody whom no list knows: found by the reading, decided by the chair. */
  stranger: 'Corvin Blaylock',
  health: 'Sleep is better; two appointments were kept.',
  leftOut: 'A neighbour telephoned the school about late visitors.',
  push: 'Money is short at home since the summer.',
  pullIn: 'A quarrel over forty pounds was mentioned.',
  pullOut: 'Friends outside school are part of the worry.',
  voice: 'I want one person to talk to and not five.',
  family: 'The family asks for the same worker to ring on Fridays.',
  analysis: 'Fewer episodes, but the debt is not settled.',
  rating: 'The debt is unresolved and contact goes on.',
  decision: 'Review meetings continue.',
  rationale: 'The plan is working and not finished.',
  action: 'Agree a safe route home',
  outcome: 'No more lifts from adults nobody knows',
}
